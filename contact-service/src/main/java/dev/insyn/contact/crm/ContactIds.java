package dev.insyn.contact.crm;

import java.math.BigInteger;

import dev.insyn.contact.ContactId;
import dev.insyn.contact.keys.TenantKeys;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// Makes a contact's id of what the CRM calls it, by a keyed hash: the same record always gets the same id, without a
/// lookup and without a race, and nobody without the key can work it out.
@Component
class ContactIds {

	private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

	private static final int LENGTH = 26;

	private static final int BITS = 5;

	private final TenantKeys keys;

	ContactIds(TenantKeys keys) {
		this.keys = keys;
	}

	ContactId of(TenantId tenant, String source, String crmId) {
		BigInteger code = new BigInteger(1, this.keys.of(tenant).idCode(source, crmId));
		StringBuilder id = new StringBuilder(LENGTH);
		for (int i = 0; i < LENGTH; i++) {
			id.append(BASE32.charAt(code.shiftRight(i * BITS).intValue() & (BASE32.length() - 1)));
		}
		return new ContactId(id.toString());
	}

}
