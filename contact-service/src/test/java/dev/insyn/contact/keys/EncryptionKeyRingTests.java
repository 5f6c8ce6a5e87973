package dev.insyn.contact.keys;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Which key is handed out, and how long an old one opens.
class EncryptionKeyRingTests {

	private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

	private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

	private final EncryptionKeyRing ring = EncryptionKeyRing.of(pair("may", MAY)).rotatedTo(pair("june", JUNE));

	@Test
	void handsOutTheNewest() {
		assertThat(this.ring.current().keyId()).isEqualTo("june");
	}

	@Test
	void keepsAnOldOneUntilItsTimeHasPassed() {
		assertThat(keys(this.ring.withoutRetiredBefore(JUNE))).containsExactly("june", "may");
		assertThat(keys(this.ring.withoutRetiredBefore(JUNE.plusSeconds(1)))).containsExactly("june");
	}

	@Test
	void neverDestroysTheCurrentOne() {
		assertThat(keys(this.ring.withoutRetiredBefore(JUNE.plus(Duration.ofDays(1000))))).containsExactly("june");
	}

	@Test
	void anOldOneIsRetiredOnce() {
		EncryptionKeyRing july = this.ring.rotatedTo(pair("july", JUNE.plus(Duration.ofDays(30))));

		assertThat(keys(july.withoutRetiredBefore(JUNE.plusSeconds(1)))).containsExactly("july", "june");
	}

	private static Iterable<String> keys(EncryptionKeyRing ring) {
		return ring.pairs().stream().map(EncryptionKeyRing.Pair::keyId).toList();
	}

	private static EncryptionKeyRing.Pair pair(String keyId, Instant createdAt) {
		return new EncryptionKeyRing.Pair(keyId, "{}", new byte[0], createdAt, null);
	}

}
