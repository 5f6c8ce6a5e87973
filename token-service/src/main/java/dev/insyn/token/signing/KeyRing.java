package dev.insyn.token.signing;

import java.time.Instant;

import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;

/// The keys at one moment.
///
/// @param published the public halves of all keys whose tokens may live
/// @param kid of the key that signs
record KeyRing(JWKSet published, String kid, RSASSASigner signer, Instant read) {
}
