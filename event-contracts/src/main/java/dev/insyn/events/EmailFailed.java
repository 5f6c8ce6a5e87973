package dev.insyn.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A mail could finally not be sent.
///
/// @param message the mail's id in Insyn, never an address
/// @param cause `ce_id` of the event that led to it; of a mailing, the mailing's id
/// @param reason a stable code, never the mail server's text, which quotes addresses
/// @param mailing the mailing that it belongs to; null for a mail of its own
public record EmailFailed(String message, String kind, @Nullable String contact, @Nullable String page, Instant at,
		String cause, String reason, int attempts, @Nullable String mailing) {

	public EmailFailed(String message, String kind, @Nullable String contact, @Nullable String page, Instant at,
			String cause, String reason, int attempts) {
		this(message, kind, contact, page, at, cause, reason, attempts, null);
	}

	public static final String TOPIC = Topics.NOTIFICATIONS;

	public static final String TYPE = "email.failed.v1";

}
