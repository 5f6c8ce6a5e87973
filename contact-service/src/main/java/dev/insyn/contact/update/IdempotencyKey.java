package dev.insyn.contact.update;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import dev.insyn.platform.errors.Problem;

import org.springframework.http.HttpStatus;

/// Names one update, chosen by who sends it. Rests only as a hash, since nobody promises what it was made of.
record IdempotencyKey(String value) {

	private static final int SHORTEST = 16;

	private static final int LONGEST = 200;

	IdempotencyKey {
		if (value.length() < SHORTEST || value.length() > LONGEST) {
			throw new Problem(HttpStatus.BAD_REQUEST, "urn:insyn:problem:idempotency-key",
					"Idempotency-Key has 16 to 200 characters");
		}
	}

	String effectId() {
		return "update:" + sha256(this.value).substring(0, 32);
	}

	/// Tells these changes from others under the same key. Kept sealed only.
	String fingerprint(Map<String, Object> changes) {
		return sha256(this.value + "|" + new TreeMap<>(changes));
	}

	private static String sha256(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("SHA-256 is not available", impossible);
		}
	}

	@Override
	public String toString() {
		return "IdempotencyKey[]";
	}

}
