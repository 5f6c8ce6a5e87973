package dev.insyn.events;

import java.time.Instant;

/// A contact's session in the portal was ended: by signing out, or from another of its browsers.
public record PortalSignedOut(String contact, String session, Instant at) {

	public static final String TOPIC = Topics.LINKS;

	public static final String TYPE = "portal.signed-out.v1";

}
