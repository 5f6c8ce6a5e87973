package dev.insyn.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// An activity was done; who did it is the event's actor.
///
/// @param page null where somebody wrote it down
public record ActivityCompleted(String activity, String contact, @Nullable String page, String assignee, Instant at) {

	public static final String TOPIC = Topics.NOTIFICATIONS;

	public static final String TYPE = "activity.completed.v1";

}
