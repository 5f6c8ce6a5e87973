package dev.insyn.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A contact looked at its data and found everything right.
public record ContactDataConfirmed(String contact, @Nullable String crmId, long version, Instant at, Origin origin) {

	public static final String TOPIC = Topics.CONTACTS;

	public static final String TYPE = "contact.data-confirmed.v1";

}
