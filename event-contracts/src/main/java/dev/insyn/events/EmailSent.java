package dev.insyn.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A mail was handed to the mail server.
///
/// @param message the mail's id in Insyn, never an address
/// @param kind the template, such as `page-used`
/// @param contact the contact that it is about or for
/// @param cause `ce_id` of the event that led to it; of a mailing, the mailing's id
/// @param mailing the mailing that it belongs to; null for a mail of its own
public record EmailSent(String message, String kind, @Nullable String contact, @Nullable String page, Instant at,
		String cause, @Nullable String mailing) {

	public EmailSent(String message, String kind, @Nullable String contact, @Nullable String page, Instant at,
			String cause) {
		this(message, kind, contact, page, at, cause, null);
	}

	public static final String TOPIC = Topics.NOTIFICATIONS;

	public static final String TYPE = "email.sent.v1";

}
