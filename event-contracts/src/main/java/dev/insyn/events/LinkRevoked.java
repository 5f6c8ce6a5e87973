package dev.insyn.events;

import java.time.Instant;

/// A link stopped working before its time.
///
/// @param reason a stable code, such as `requested` or `contact-deleted`
public record LinkRevoked(String link, String contact, String page, Instant at, String reason) {

	public static final String TOPIC = Topics.LINKS;

	public static final String TYPE = "link.revoked.v1";

}
