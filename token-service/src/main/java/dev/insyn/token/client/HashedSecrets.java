package dev.insyn.token.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/// Client secrets as SHA-256. They are random and long, not chosen by people, so there is nothing for a slow hash to
/// protect, while it would make every token request cost a tenth of a second.
final class HashedSecrets implements PasswordEncoder {

	private static final String PREFIX = "{sha256}";

	@Override
	public @Nullable String encode(@Nullable CharSequence secret) {
		return (secret != null) ? hash(secret) : null;
	}

	@Override
	public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
		if (secret == null || encoded == null) {
			return false;
		}
		return MessageDigest.isEqual(hash(secret).getBytes(StandardCharsets.US_ASCII),
				encoded.getBytes(StandardCharsets.US_ASCII));
	}

	static String hash(CharSequence secret) {
		try {
			MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
			return PREFIX + HexFormat.of().formatHex(sha256.digest(secret.toString().getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String hashed(String configured) {
		return configured.startsWith(PREFIX) ? configured : hash(configured);
	}

}
