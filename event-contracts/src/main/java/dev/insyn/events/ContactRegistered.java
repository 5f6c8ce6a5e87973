package dev.insyn.events;

import java.time.Instant;
import java.util.List;

/// Insyn holds a contact for the first time.
///
/// @param fields the keys of the fields that have a value
/// @param keyId the contact's data key, `kid` of `sealed`
/// @param sealed compact JWE (`dir`, `A256GCM`) of `{"field": value}`
public record ContactRegistered(String contact, String source, String crmId, long version, Instant at,
		List<String> fields, String keyId, String sealed) {

	public static final String TOPIC = Topics.CONTACTS;

	public static final String TYPE = "contact.registered.v1";

}
