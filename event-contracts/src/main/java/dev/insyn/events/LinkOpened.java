package dev.insyn.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A person pressed *continue* on a link.
///
/// @param mailing the mailing that brought it, null if none did
public record LinkOpened(String link, String contact, String page, Instant at, String session,
		@Nullable String mailing) {

	public static final String TOPIC = Topics.LINKS;

	public static final String TYPE = "link.opened.v1";

}
