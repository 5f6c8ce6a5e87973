package dev.insyn.events;

import java.time.Instant;

/// A client got the key that opens a contact's sealed values; told so that the audit log knows who can read them.
///
/// @param keyId the key's id, never the key
public record ContactKeyHandedOut(String contact, String keyId, String client, Instant at) {

	public static final String TOPIC = Topics.CONTACTS;

	public static final String TYPE = "contact.key-handed-out.v1";

}
