package dev.insyn.events;

import java.time.Instant;

/// A contact is gone and its data key destroyed: whatever was sealed with it is unreadable from now on.
public record ContactDeleted(String contact, String source, String crmId, Instant at) {

	public static final String TOPIC = Topics.CONTACTS;

	public static final String TYPE = "contact.deleted.v1";

}
