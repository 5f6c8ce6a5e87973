package dev.insyn.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A contact got a link to a page.
///
/// @param link the link's id, never its token
/// @param expires null: never
/// @param mailing the mailing that brought it, null if none did
public record LinkIssued(String link, String contact, String page, Instant at, @Nullable Instant expires,
		@Nullable String mailing) {

	public static final String TOPIC = Topics.LINKS;

	public static final String TYPE = "link.issued.v1";

}
