package dev.insyn.platform.sealing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

/// Makes key pairs to which others seal.
public final class SealingKeys {

	private SealingKeys() {
	}

	/// A new P-256 pair, `use: enc`, as a private JWK in JSON.
	public static String generate(String keyId) {
		try {
			return new ECKeyGenerator(Curve.P_256).keyID(keyId)
				.keyUse(KeyUse.ENCRYPTION)
				.algorithm(JWEAlgorithm.ECDH_ES)
				.generate()
				.toJSONString();
		}
		catch (JOSEException impossible) {
			throw new IllegalStateException("No P-256 here", impossible);
		}
	}

	/// The public half, safe to hand out.
	public static String publicHalf(String privateJwk) {
		try {
			return ECKey.parse(privateJwk).toPublicJWK().toJSONString();
		}
		catch (java.text.ParseException wrong) {
			throw new IllegalArgumentException("Not an EC key", wrong);
		}
	}

}
