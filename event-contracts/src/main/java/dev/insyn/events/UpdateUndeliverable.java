package dev.insyn.events;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// An update that was received while contact-service was away was refused by it in the end.
///
/// @param reason a stable code, such as `field-conflict`, `invalid-fields`, `contact-gone` or
/// `cannot-be-applied` (contact-service failed on it for three days)
public record UpdateUndeliverable(String page, String contact, @Nullable String link, Instant receivedAt, Instant at,
		String reason, List<String> fields) {

	public static final String TOPIC = Topics.LANDING_PAGES;

	public static final String TYPE = "landing-page.update-undeliverable.v1";

}
