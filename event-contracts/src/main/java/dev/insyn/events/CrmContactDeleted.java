package dev.insyn.events;

import java.time.Instant;

/// A CRM system deleted a contact.
public record CrmContactDeleted(String source, String crmId, long revision, Instant changedAt) {

	public static final String TOPIC = Topics.CRM;

	public static final String TYPE = "crm.contact-deleted.v1";

}
