package dev.insyn.platform.sealing;

import java.text.ParseException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;

/// Opens what was sealed to one of a set of public keys.
public final class JweOpener {

	private final JWKSet keys;

	private JweOpener(JWKSet keys) {
		this.keys = keys;
	}

	/// @param privateJwkSet EC keys with their private part as a JWK set in JSON
	public static JweOpener of(String privateJwkSet) {
		try {
			return new JweOpener(JWKSet.parse(privateJwkSet));
		}
		catch (ParseException wrong) {
			throw new IllegalArgumentException("Not a JWK set", wrong);
		}
	}

	/// @throws CannotOpen if it was sealed to another key or with other algorithms, or
	/// was changed
	public byte[] open(String jwe) {
		try {
			JWEObject object = JWEObject.parse(jwe);
			Jwe.requireMethod(object, JWEAlgorithm.ECDH_ES);
			JWK key = this.keys.getKeyByKeyId(object.getHeader().getKeyID());
			if (key == null) {
				throw new CannotOpen("JWE was sealed to a key that is not here", null);
			}
			object.decrypt(new ECDHDecrypter(key.toECKey()));
			return object.getPayload().toBytes();
		}
		catch (ParseException | JOSEException wrong) {
			throw new CannotOpen("JWE does not open", wrong);
		}
	}

}
