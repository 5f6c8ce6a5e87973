package dev.insyn.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.jwt.Jwt;

import static org.assertj.core.api.Assertions.assertThat;

class CachedJwtsTests {

	private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

	private final AtomicInteger verified = new AtomicInteger();

	private Instant now = NOW;

	@Test
	void aTokenIsVerifiedOnceInAWhile() {
		CachedJwts jwts = jwts(NOW.plusSeconds(600));
		jwts.decode("token");
		jwts.decode("token");
		assertThat(this.verified).hasValue(1);
	}

	/// Red without `hasEnded`: Caffeine's own clock does not move with ours, as it would
	/// not with a corrected system
	/// clock.
	@Test
	void aTokenIsNotRememberedPastItsEnd() {
		CachedJwts jwts = jwts(NOW.plusSeconds(20));
		jwts.decode("token");
		this.now = NOW.plus(Duration.ofSeconds(20));
		jwts.decode("token");
		assertThat(this.verified).hasValue(2);
	}

	@Test
	void aTokenWithoutAnEndIsNeverRemembered() {
		CachedJwts jwts = jwts(null);
		jwts.decode("token");
		jwts.decode("token");
		assertThat(this.verified).hasValue(2);
	}

	private CachedJwts jwts(@Nullable Instant end) {
		Clock clock = new Clock() {

			@Override
			public Instant instant() {
				return CachedJwtsTests.this.now;
			}

			@Override
			public ZoneId getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

		};
		return new CachedJwts((token) -> {
			this.verified.incrementAndGet();
			Jwt.Builder jwt = Jwt.withTokenValue(token).header("alg", "RS256").claim("sub", "c1");
			return ((end != null) ? jwt.expiresAt(end) : jwt).build();
		}, clock);
	}

}
