package dev.insyn.contact.segment;

import java.util.Map;
import java.util.Optional;

import dev.insyn.fields.Reading;
import org.jspecify.annotations.Nullable;

/// What a segment is called: one line of at most a hundred characters.
final class SegmentName {

	static final int LONGEST = 100;

	private SegmentName() {
	}

	/// What is wrong with a name.
	static Optional<Reading.Problem> problem(@Nullable String name) {
		if (name == null || name.isBlank()) {
			return Optional.of(new Reading.Problem("required", Map.of()));
		}
		if (name.strip().length() > LONGEST) {
			return Optional.of(new Reading.Problem("too-long", Map.of("max", String.valueOf(LONGEST))));
		}
		return name.codePoints().anyMatch(Character::isISOControl)
				? Optional.of(new Reading.Problem("characters", Map.of())) : Optional.empty();
	}

}
