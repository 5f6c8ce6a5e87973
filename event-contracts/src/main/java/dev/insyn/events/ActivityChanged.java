package dev.insyn.events;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// An activity was opened again, given to somebody else or another day, or commented. The comment itself is not told.
///
/// @param page null where somebody wrote it down
/// @param change `reopened`, `planned` or `commented`
/// @param due in the tenant's time zone
public record ActivityChanged(String activity, String contact, @Nullable String page, String change, String assignee,
		LocalDate due, Instant at) {

	public static final String TOPIC = Topics.NOTIFICATIONS;

	public static final String TYPE = "activity.changed.v1";

	public static final String REOPENED = "reopened";

	public static final String PLANNED = "planned";

	public static final String COMMENTED = "commented";

}
