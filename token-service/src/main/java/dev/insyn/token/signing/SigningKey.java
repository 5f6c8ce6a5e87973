package dev.insyn.token.signing;

import java.time.Instant;

/// A key pair for RS256 as it rests in the database.
///
/// @param kid the thumbprint of the public key (RFC 7638)
/// @param publicKey as JWK, in JSON
/// @param wrapped the private key (PKCS #8) under the master key
record SigningKey(String kid, String publicKey, byte[] wrapped, Instant created) {

	/// What the wrapped key is bound to: it can't be put in the place of another.
	static String purpose(String kid) {
		return "signing-key|" + kid;
	}

}
