package dev.insyn.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A mail could finally not be sent.
///
/// @param message the mail's id in Insyn, never an address
/// @param cause `ce_id` of the event that led to it
/// @param reason a stable code, never the mail server's text, which quotes addresses
public record EmailFailed(String message, String kind, @Nullable String contact, @Nullable String page, Instant at,
		String cause, String reason, int attempts) {

	public static final String TOPIC = Topics.NOTIFICATIONS;

	public static final String TYPE = "email.failed.v1";

}
