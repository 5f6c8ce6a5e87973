package dev.insyn.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A contact has another way into the portal, or one less.
///
/// @param way `device` or `passkey`
/// @param change `added` or `removed`
/// @param language in which the contact read when it added it; null where nothing was added
public record PortalAccessChanged(String contact, String way, String change, Instant at, @Nullable String language) {

	public static final String TOPIC = Topics.LINKS;

	public static final String TYPE = "portal.access-changed.v1";

}
