package dev.insyn.token.signing;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

/// Makes tokens that token-service itself would never make: bent ones with its own signature, and ones with another's.
public final class Forge {

	private final SigningKeys keys;

	public Forge(SigningKeys keys) {
		this.keys = keys;
	}

	/// A genuine signature under claims of one's own choice.
	public String signed(String original, Consumer<JWTClaimsSet.Builder> bend) {
		KeyRing ring = this.keys.current();
		return sign(JWSAlgorithm.RS256, ring.kid(), ring.signer(), claims(original, bend));
	}

	/// The right key id, another key.
	public String byStranger(String original) throws JOSEException {
		RSAKey stranger = new RSAKeyGenerator(2048).generate();
		return sign(JWSAlgorithm.RS256, this.keys.current().kid(), new RSASSASigner(stranger),
				claims(original, same()));
	}

	/// `alg: none`.
	public String unsigned(String original) {
		return new PlainJWT(claims(original, same())).serialize();
	}

	/// HMAC with the public key, which everyone has, as its secret.
	public String byPublicKey(String original) throws JOSEException {
		KeyRing ring = this.keys.current();
		byte[] secret = ring.published().getKeyByKeyId(ring.kid()).toJSONString().getBytes();
		return sign(JWSAlgorithm.HS256, ring.kid(), new MACSigner(secret), claims(original, same()));
	}

	public static Consumer<JWTClaimsSet.Builder> endedAt(Instant expires) {
		return (claims) -> claims.expirationTime(Date.from(expires)).jwtID(UUID.randomUUID().toString());
	}

	private static Consumer<JWTClaimsSet.Builder> same() {
		return (claims) -> claims.audience(List.of("insyn"));
	}

	private static JWTClaimsSet claims(String original, Consumer<JWTClaimsSet.Builder> bend) {
		try {
			JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder(SignedJWT.parse(original).getJWTClaimsSet());
			bend.accept(claims);
			return claims.build();
		}
		catch (java.text.ParseException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String sign(JWSAlgorithm algorithm, String kid, JWSSigner signer, JWTClaimsSet claims) {
		try {
			SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), claims);
			jwt.sign(signer);
			return jwt.serialize();
		}
		catch (JOSEException ex) {
			throw new AssertionError(ex);
		}
	}

}
