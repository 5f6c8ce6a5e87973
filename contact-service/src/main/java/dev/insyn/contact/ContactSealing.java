package dev.insyn.contact;

import dev.insyn.platform.sealing.DataKey;
import dev.insyn.platform.sealing.Jwe;
import dev.insyn.platform.sealing.SealedValue;
import dev.insyn.platform.tenancy.TenantId;
import tools.jackson.databind.json.JsonMapper;

/// Seals and opens what is about one contact, by that contact's data key and bound to tenant, contact and purpose: moved
/// to another document it doesn't open.
final class ContactSealing {

	private final JsonMapper json;

	private final TenantId tenant;

	private final ContactId contact;

	private final DataKey key;

	ContactSealing(JsonMapper json, TenantId tenant, ContactId contact, DataKey key) {
		this.json = json;
		this.tenant = tenant;
		this.contact = contact;
		this.key = key;
	}

	byte[] seal(Object content, String purpose) {
		return this.key.seal(this.json.writeValueAsBytes(content), aad(purpose)).content();
	}

	<T> T open(byte[] sealed, String purpose, Class<T> type) {
		return this.json.readValue(this.key.open(new SealedValue(this.key.id(), sealed), aad(purpose)), type);
	}

	/// For events: a JWE that any JOSE program opens with the data key.
	String jwe(Object content) {
		return Jwe.encrypt(this.key, this.json.writeValueAsBytes(content));
	}

	private String aad(String purpose) {
		return this.tenant + "|" + this.contact + "|" + purpose;
	}

}
