package dev.insyn.contact.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import dev.insyn.platform.sealing.DataKey;

/// A tenant's key, split by HKDF (RFC 5869) into one key per purpose, so that none of them tells about another.
public final class TenantKey {

	private static final int BYTES = 32;

	private static final String HMAC = "HmacSHA256";

	private final DataKey wrapping;

	private final DataKey segments;

	private final SecretKeySpec search;

	private final SecretKeySpec ids;

	private final SecretKeySpec organisations;

	private final SecretKeySpec emailCodes;

	private final SecretKeySpec suppressions;

	TenantKey(byte[] root) {
		this.wrapping = DataKey.of("tenant", derive(root, "data-keys"));
		this.segments = DataKey.of("segments", derive(root, "segments"));
		this.search = new SecretKeySpec(derive(root, "search"), HMAC);
		this.ids = new SecretKeySpec(derive(root, "contact-ids"), HMAC);
		this.organisations = new SecretKeySpec(derive(root, "organisations"), HMAC);
		this.emailCodes = new SecretKeySpec(derive(root, "email-codes"), HMAC);
		this.suppressions = new SecretKeySpec(derive(root, "suppressions"), HMAC);
	}

	/// A word's place in the blind index: the same word, the same code, and no way back
	/// without the key.
	public byte[] searchCode(String word) {
		return mac(this.search, word);
	}

	/// What a contact's id is made of.
	public byte[] idCode(String source, String crmId) {
		return mac(this.ids, source + "|" + crmId);
	}

	/// What stands for an organisation, so that its id in the CRM rests nowhere in plain.
	public byte[] organisationCode(String source, String organisation) {
		return mac(this.organisations, source + "|" + organisation);
	}

	/// What the six digits for one wish of one contact are made of.
	public byte[] emailCode(String contact, String change) {
		return mac(this.emailCodes, contact + "|" + change);
	}

	/// What stands for somebody who objected, when nothing else about it is left.
	public byte[] suppressionCode(String who) {
		return mac(this.suppressions, who);
	}

	/// The key that seals what segments are called and look for.
	public DataKey segments() {
		return this.segments;
	}

	/// The key that wraps the contacts' data keys.
	DataKey wrapping() {
		return this.wrapping;
	}

	private static byte[] mac(SecretKeySpec key, String text) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(key);
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException("HMAC-SHA256 is not available", impossible);
		}
	}

	private static byte[] derive(byte[] root, String purpose) {
		try {
			return KDF.getInstance("HKDF-SHA256")
				.deriveData(HKDFParameterSpec.ofExtract()
					.addIKM(root)
					.thenExpand(("insyn|tenant|" + purpose).getBytes(StandardCharsets.UTF_8), BYTES));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException("HKDF-SHA256 is not available", impossible);
		}
	}

}
