package dev.insyn.events;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// A task for a user was created because a page was used, or because somebody wrote it down.
///
/// @param page null where somebody wrote it down
/// @param subject the page's rule's own text, written by an administrator; the type where somebody wrote it down
/// @param due in the tenant's time zone
/// @param cause `ce_id` of the event that led to it; null where somebody wrote it down
public record ActivityCreated(String activity, String contact, @Nullable String page, String type, String subject,
		String assignee, LocalDate due, Instant at, @Nullable String cause) {

	public static final String TOPIC = Topics.NOTIFICATIONS;

	public static final String TYPE = "activity.created.v1";

}
