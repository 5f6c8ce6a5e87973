package dev.insyn.events;

import java.time.Instant;

/// A mailing that was halted goes on.
public record MailingResumed(String mailing, Instant at) {

	public static final String TOPIC = Topics.NOTIFICATIONS;

	public static final String TYPE = "mailing.resumed.v1";

}
