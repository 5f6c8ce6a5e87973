package dev.insyn.events;

import java.time.Instant;

/// A person pressed *continue* on a link.
public record LinkOpened(String link, String contact, String page, Instant at, String session) {

	public static final String TOPIC = Topics.LINKS;

	public static final String TYPE = "link.opened.v1";

}
