package dev.insyn.events;

import java.time.Instant;
import java.util.List;

/// A contact asked for a fresh link, with an address that is its own.
///
/// @param pages to send a link to each, the likeliest first
/// @param language in which it was asked
public record LinkRequested(String contact, List<String> pages, String language, Instant at) {

	public static final String TOPIC = Topics.LINKS;

	public static final String TYPE = "link.requested.v1";

}
