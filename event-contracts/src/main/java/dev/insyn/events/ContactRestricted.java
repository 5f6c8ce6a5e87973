package dev.insyn.events;

import java.time.Instant;

/// From now on a contact's data is only kept (GDPR Art. 18): nobody mails it or edits it until the restriction is lifted.
public record ContactRestricted(String contact, String crmId, Instant at) {

	public static final String TOPIC = Topics.CONTACTS;

	public static final String TYPE = "contact.restricted.v1";

}
