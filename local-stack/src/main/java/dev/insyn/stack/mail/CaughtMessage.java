package dev.insyn.stack.mail;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// One mail in one recipient's inbox.
///
/// @param from as the mail's header says, name included
/// @param to the recipient that the sending program named to the server, address only
/// @param at when it arrived
public record CaughtMessage(String id, String from, String to, String subject, @Nullable String text,
		@Nullable String html, Instant at) {
}
