package dev.insyn.events;

import java.time.Instant;

/// A contact wants marketing again, or had never objected: a user wrote it down.
public record ContactMarketingObjectionLifted(String contact, String crmId, Instant at) {

	public static final String TOPIC = Topics.CONTACTS;

	public static final String TYPE = "contact.marketing-objection-lifted.v1";

}
