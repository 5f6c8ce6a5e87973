package dev.insyn.token.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// How long one waits after how many wrong passwords.
class TriesTests {

	private static final LockoutSettings SETTINGS = new LockoutSettings(4, Duration.ofSeconds(30),
			Duration.ofMinutes(15), Duration.ofHours(1));

	private Instant now = Instant.parse("2026-11-21T09:00:00Z");

	@Test
	void waitsTwiceAsLongEachTimeUpToAQuarterOfAnHour() {
		Tries tries = Tries.NONE;
		List<Duration> waits = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			tries = tries.another(SETTINGS, this.now);
			waits.add(tries.locked(this.now));
			this.now = this.now.plus(tries.locked(this.now));
		}
		assertThat(waits.subList(0, 4)).containsOnly(Duration.ZERO);
		assertThat(waits.subList(4, 12)).extracting(Duration::toSeconds)
			.containsExactly(30L, 60L, 120L, 240L, 480L, 900L, 900L, 900L);
	}

	@Test
	void neverOverflowsHoweverOftenSomebodyTries() {
		Tries tries = new Tries(Integer.MAX_VALUE - 1, this.now, this.now, true);
		assertThat(tries.another(SETTINGS, this.now).locked(this.now)).isEqualTo(Duration.ofMinutes(15));
	}

	@Test
	void forgetsAfterAnHourWithoutATry() {
		Tries tries = new Tries(7, this.now, this.now, false);
		assertThat(tries.another(SETTINGS, this.now.plus(Duration.ofMinutes(59))).count()).isEqualTo(8);
		assertThat(tries.another(SETTINGS, this.now.plus(Duration.ofMinutes(61))).count()).isEqualTo(1);
	}

}
