package dev.insyn.events;

import java.time.Instant;

/// A contact's data may be used and edited again.
public record ContactRestrictionLifted(String contact, String crmId, Instant at) {

	public static final String TOPIC = Topics.CONTACTS;

	public static final String TYPE = "contact.restriction-lifted.v1";

}
