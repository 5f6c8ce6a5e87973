package dev.insyn.platform.sealing;

import java.text.ParseException;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;

/// One to whom content is sealed by its public key (JWE `ECDH-ES`, `A256GCM`).
public final class JweRecipient {

	private final ECKey key;

	private JweRecipient(ECKey key) {
		this.key = key.toPublicJWK();
	}

	/// @param publicJwk an EC key of curve P-256 as JSON
	public static JweRecipient of(String publicJwk) {
		try {
			return new JweRecipient(ECKey.parse(publicJwk));
		}
		catch (ParseException wrong) {
			throw new IllegalArgumentException("Not an EC key", wrong);
		}
	}

	public String encrypt(byte[] content) {
		try {
			JWEObject jwe = new JWEObject(
					new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM).keyID(this.key.getKeyID())
						.build(),
					new Payload(content));
			jwe.encrypt(new ECDHEncrypter(this.key));
			return jwe.serialize();
		}
		catch (JOSEException impossible) {
			throw new IllegalStateException("JWE encryption failed", impossible);
		}
	}

}
