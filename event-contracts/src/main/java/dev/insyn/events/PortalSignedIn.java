package dev.insyn.events;

import java.time.Instant;

/// A contact signed in to its tenant's portal.
///
/// @param session the session that began
/// @param by how it proved who it is: `code`, `device` or `passkey`
public record PortalSignedIn(String contact, String session, String by, Instant at) {

	public static final String TOPIC = Topics.LINKS;

	public static final String TYPE = "portal.signed-in.v1";

}
