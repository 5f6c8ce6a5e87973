package dev.insyn.contact.segment;

import java.time.Instant;
import java.util.List;

import dev.insyn.contact.segment.filter.AskedFilter;
import org.jspecify.annotations.Nullable;

/// Segments of real length.
public final class SegmentsForTests {

	public static final SegmentId ID = new SegmentId("abcdefghijklmnopqrst");

	private SegmentsForTests() {
	}

	public static Segment filter(String name, AskedFilter filter, long count, Instant at) {
		return new Segment(ID, SegmentKind.FILTER, name, filter, 3, null, count, at, null, at, "user:u1");
	}

	public static Segment list(String name, @Nullable Upload upload, long count, Instant at) {
		return new Segment(ID, (upload != null) ? SegmentKind.CSV : SegmentKind.HAND, name, null, 3,
				new Roll("g", List.of("a"), count), count, null, upload, at, "user:u1");
	}

}
