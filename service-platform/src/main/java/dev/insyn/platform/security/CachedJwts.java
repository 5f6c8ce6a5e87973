package dev.insyn.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/// Remembers a verified token for up to a minute and never past its end, since one person's clicks come with the same
/// token. Keyed by the token's SHA-256, so that a heap dump holds no key that is a credential.
final class CachedJwts implements JwtDecoder {

	private static final Duration LONGEST = Duration.ofSeconds(60);

	private static final HexFormat HEX = HexFormat.of();

	private final JwtDecoder verifier;

	private final Clock clock;

	private final Cache<String, Jwt> verified;

	CachedJwts(JwtDecoder verifier, Clock clock) {
		this.verifier = verifier;
		this.clock = clock;
		this.verified = Caffeine.newBuilder()
			.maximumSize(10_000)
			.expireAfter(Expiry.creating((String _, Jwt jwt) -> remembered(jwt)))
			.build();
	}

	@Override
	public Jwt decode(String token) {
		String key = HEX.formatHex(sha256(token));
		Jwt known = this.verified.getIfPresent(key);
		if (known != null && !hasEnded(known)) {
			return known;
		}
		Jwt jwt = this.verifier.decode(token);
		this.verified.put(key, jwt);
		return jwt;
	}

	private boolean hasEnded(Jwt jwt) {
		Instant end = jwt.getExpiresAt();
		return end == null || !end.isAfter(this.clock.instant());
	}

	private Duration remembered(Jwt jwt) {
		Instant end = jwt.getExpiresAt();
		Duration left = (end != null) ? Duration.between(this.clock.instant(), end) : Duration.ZERO;
		return left.isNegative() ? Duration.ZERO : (left.compareTo(LONGEST) < 0) ? left : LONGEST;
	}

	private static byte[] sha256(String token) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
