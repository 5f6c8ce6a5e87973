package dev.insyn.page.waiting;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// What a contact should know of its earlier updates.
///
/// @param waitingSince when the oldest waiting update was received; null if none waits
public record Standing(@Nullable Instant waitingSince, List<Undelivered> undelivered) {

	public static final Standing NOTHING = new Standing(null, List.of());

}
