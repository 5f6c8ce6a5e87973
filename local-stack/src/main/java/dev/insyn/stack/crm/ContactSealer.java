package dev.insyn.stack.crm;

import java.text.ParseException;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import tools.jackson.databind.json.JsonMapper;

/// Seals a contact's values so that only contact-service can read them (JWE, `ECDH-ES`, `A256GCM`).
final class ContactSealer {

	private final ECKey recipient;

	private ContactSealer(ECKey recipient) {
		this.recipient = recipient;
	}

	/// @param keys a JWK set; its first key is the one to seal to
	static ContactSealer to(String keys) {
		try {
			return new ContactSealer(JWKSet.parse(keys).getKeys().getFirst().toECKey());
		}
		catch (ParseException ex) {
			throw new IllegalStateException("Those are no keys", ex);
		}
	}

	String seal(Object values) {
		JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
			.keyID(this.recipient.getKeyID())
			.build();
		JWEObject jwe = new JWEObject(header, new Payload(JsonMapper.shared().writeValueAsString(values)));
		try {
			jwe.encrypt(new ECDHEncrypter(this.recipient));
			return jwe.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
