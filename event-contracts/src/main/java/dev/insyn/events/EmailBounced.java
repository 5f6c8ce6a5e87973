package dev.insyn.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A mail that a server had taken came back: it did not reach its reader after all.
///
/// @param message the mail's id in Insyn, never an address
/// @param sent when the first server took it
/// @param cause `ce_id` of the event that led to it; of a mailing, the mailing's id
/// @param status class, subject and detail of the failure, such as `5.1.1` (RFC 3463); never the server's text
/// @param mailing the mailing that it belongs to; null for a mail of its own
public record EmailBounced(String message, String kind, @Nullable String contact, @Nullable String page, Instant sent,
		Instant at, String cause, String status, @Nullable String mailing) {

	public static final String TOPIC = Topics.NOTIFICATIONS;

	public static final String TYPE = "email.bounced.v1";

}
