package dev.insyn.contact.records;

import java.util.HexFormat;

import dev.insyn.contact.keys.TenantKey;

/// Whose records they are: a contact's, sealed with its data key, or an organisation's, sealed with one of its own.
///
/// @param id the contact's id, or a keyed hash of what the CRM calls the organisation, so that this rests nowhere in
/// plain
public record RecordOwner(String id) {

	private static final int CODE_BYTES = 16;

	public static RecordOwner contact(String contact) {
		return new RecordOwner(contact);
	}

	/// @param organisation the id that the CRM gave it
	public static RecordOwner organisation(TenantKey key, String source, String organisation) {
		byte[] code = key.organisationCode(source, organisation);
		return new RecordOwner("organisation-" + HexFormat.of().formatHex(code, 0, CODE_BYTES));
	}

}
