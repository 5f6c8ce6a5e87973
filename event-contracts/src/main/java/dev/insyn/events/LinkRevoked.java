package dev.insyn.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A link stopped working before its time.
///
/// @param reason a stable code: `requested`, `replaced` or `contact-deleted`
/// @param mailing the mailing that brought it, null if none did
public record LinkRevoked(String link, String contact, String page, Instant at, String reason,
		@Nullable String mailing) {

	public static final String TOPIC = Topics.LINKS;

	public static final String TYPE = "link.revoked.v1";

}
