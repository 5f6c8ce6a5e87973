package dev.insyn.events;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A submitted page held what the page doesn't let its contact change. Tells keys, never values.
///
/// @param reason [#READ_ONLY] or [#UNKNOWN_FIELD]
/// @param fields the known keys among the refused
/// @param unknownFields how many refused keys the page doesn't know; their text came from outside and is not told
public record UpdateRefused(String page, String contact, @Nullable String link, Instant at, String reason,
		List<String> fields, int unknownFields) {

	public static final String TOPIC = Topics.LANDING_PAGES;

	public static final String TYPE = "landing-page.update-refused.v1";

	public static final String READ_ONLY = "read-only";

	public static final String UNKNOWN_FIELD = "unknown-field";

}
