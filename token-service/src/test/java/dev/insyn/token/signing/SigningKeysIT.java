package dev.insyn.token.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import dev.insyn.platform.sealing.CannotOpen;
import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.store.SystemDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.token.TokenSettings;
import dev.insyn.token.WholeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Keys come, sign, stay published, and go. The tests' times lie years ahead of the service's own key.
@WholeService
@TestPropertySource(properties = "insyn.token.key-period=7d")
class SigningKeysIT {

	private static final Duration DAY = Duration.ofDays(1);

	@Autowired
	TenantDocumentsFactory documents;

	@Autowired
	MasterKey masterKey;

	@BeforeEach
	void forgetAllKeys() {
		SystemDocuments<SigningKey> stored = this.documents.system("signing_keys", SigningKey.class);
		stored.find(new Criteria(), Sort.unsorted(), 1000).forEach((key) -> stored.delete(key.id()));
	}

	@Test
	void makesAKeyWhenThereIsNone() {
		KeyRing ring = keysAt(Instant.parse("2031-01-01T12:00:00Z")).current();
		assertThat(ring.published().getKeys()).hasSize(1);
	}

	@Test
	void keepsItsKeyForADay() {
		String morning = keysAt(Instant.parse("2032-01-01T01:00:00Z")).refresh().kid();
		assertThat(keysAt(Instant.parse("2032-01-01T23:00:00Z")).refresh().kid()).isEqualTo(morning);
	}

	/// Red when a new key signs at once: verifiers that keep the key set would refuse it.
	@Test
	void publishesANewKeyBeforeItSigns() {
		String old = keysAt(Instant.parse("2033-01-01T12:00:00Z")).refresh().kid();
		KeyRing atMidnight = keysAt(Instant.parse("2033-01-02T00:00:10Z")).refresh();
		assertThat(atMidnight.published().getKeys()).hasSize(2);
		assertThat(atMidnight.kid()).isEqualTo(old);
		KeyRing soonAfter = keysAt(Instant.parse("2033-01-02T00:02:11Z")).refresh();
		assertThat(soonAfter.published().getKeys()).hasSize(2);
		assertThat(soonAfter.kid()).isNotEqualTo(old);
	}

	@Test
	void publishesAnOldKeyUntilItsLastTokenIsDead() {
		String old = keysAt(Instant.parse("2034-01-01T00:00:00Z")).refresh().kid();
		keysAt(Instant.parse("2034-01-02T00:00:00Z")).refresh();
		assertThat(published(Instant.parse("2034-01-02T02:06:00Z"))).contains(old);
		assertThat(published(Instant.parse("2034-01-02T02:12:00Z"))).doesNotContain(old).hasSize(1);
	}

	@Test
	void sharesOneKeyAmongAllInstances() {
		Instant now = Instant.parse("2035-01-01T12:00:00Z");
		List<String> kids = IntStream.range(0, 4).parallel().mapToObj((i) -> keysAt(now).current().kid()).toList();
		assertThat(kids.stream().distinct()).hasSize(1);
	}

	/// An instance meets a token under a key that another made since it looked last.
	@Test
	void looksAgainForAKeyItDoesNotKnow() {
		MovingClock clock = new MovingClock(Instant.parse("2036-01-01T23:59:50Z"));
		SigningKeys one = keys(clock);
		one.current();
		SigningKeys other = keysAt(Instant.parse("2036-01-02T00:00:00Z"));
		String newest = other.refresh().published().getKeys().getLast().getKeyID();
		JWKSelector selector = new JWKSelector(new JWKMatcher.Builder().keyID(newest).build());
		clock.now = Instant.parse("2036-01-02T00:00:10Z");
		assertThat(one.get(selector, null)).extracting(JWK::getKeyID).containsExactly(newest);
	}

	/// Red when the private key is stored as it is.
	@Test
	void isUselessWithoutTheMasterKey() {
		Instant now = Instant.parse("2037-01-01T12:00:00Z");
		keysAt(now).current();
		MasterKey another = MasterKey.of(java.util.Base64.getEncoder().encodeToString(new byte[32]));
		SigningKeys stolen = new SigningKeys(this.documents, another, Clock.fixed(now, ZoneOffset.UTC), settings());
		assertThatExceptionOfType(CannotOpen.class).isThrownBy(stolen::current);
	}

	private List<String> published(Instant now) {
		return keysAt(now).refresh().published().getKeys().stream().map(JWK::getKeyID).toList();
	}

	private SigningKeys keysAt(Instant now) {
		return keys(Clock.fixed(now, ZoneOffset.UTC));
	}

	private SigningKeys keys(Clock clock) {
		return new SigningKeys(this.documents, this.masterKey, clock, settings());
	}

	private static TokenSettings settings() {
		return new TokenSettings(Duration.ofMinutes(10), Duration.ofHours(12), Duration.ofMinutes(30), DAY, 10_000,
				List.of(), List.of(), new TokenSettings.UserSessions(Duration.ofMinutes(2), Duration.ofHours(12),
						Duration.ofHours(2), Duration.ofDays(90)));
	}

	private static final class MovingClock extends Clock {

		private Instant now;

		MovingClock(Instant now) {
			this.now = now;
		}

		@Override
		public java.time.ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
