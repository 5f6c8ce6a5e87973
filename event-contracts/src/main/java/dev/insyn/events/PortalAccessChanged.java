package dev.insyn.events;

import java.time.Instant;

/// A contact has another way into the portal, or one less.
///
/// @param way `device` or `passkey`
/// @param change `added` or `removed`
public record PortalAccessChanged(String contact, String way, String change, Instant at) {

	public static final String TOPIC = Topics.LINKS;

	public static final String TYPE = "portal.access-changed.v1";

}
