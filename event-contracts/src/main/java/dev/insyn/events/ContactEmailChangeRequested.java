package dev.insyn.events;

import java.time.Instant;

/// A contact asked for another e-mail address, which holds when the code sent to it is entered. Neither address stands
/// here: notification-service asks contact-service for what it mails.
///
/// @param change the id of this wish and its code; each new code has its own
/// @param expires until when the code works
public record ContactEmailChangeRequested(String contact, String change, Instant at, Instant expires, Origin origin) {

	public static final String TOPIC = Topics.CONTACTS;

	public static final String TYPE = "contact.email-change-requested.v1";

}
