package dev.insyn.events;

import java.time.Instant;
import java.time.LocalDate;

/// A task for a user was created because a page was used.
///
/// @param subject the page's rule's own text, written by an administrator
/// @param due in the tenant's time zone
/// @param cause `ce_id` of the event that led to it
public record ActivityCreated(String activity, String contact, String page, String type, String subject,
		String assignee, LocalDate due, Instant at, String cause) {

	public static final String TOPIC = Topics.NOTIFICATIONS;

	public static final String TYPE = "activity.created.v1";

}
