package dev.insyn.contact.segment;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How a segment's contacts come into it.
public enum SegmentKind {

	/// Whoever fits a filter when the segment is used.
	FILTER,

	/// Chosen one by one.
	HAND,

	/// From an uploaded file.
	CSV;

	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static Optional<SegmentKind> find(String code) {
		return Stream.of(values()).filter((kind) -> kind.code().equals(code)).findFirst();
	}

}
