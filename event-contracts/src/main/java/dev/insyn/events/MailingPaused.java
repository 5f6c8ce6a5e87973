package dev.insyn.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A mailing was halted; it can go on.
///
/// @param reason why it halted by itself, a stable code such as `page-closed`; null if somebody wished it
public record MailingPaused(String mailing, @Nullable String reason, Instant at) {

	public static final String TOPIC = Topics.NOTIFICATIONS;

	public static final String TYPE = "mailing.paused.v1";

}
