package dev.insyn.contact.keys;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// How long an unwrapped key stays in memory. Red without expiry, and without dropping.
class KeyCacheTests {

	private final AtomicLong nanos = new AtomicLong();

	private final AtomicInteger loads = new AtomicInteger();

	private final KeyCache<String, Integer> cache = new KeyCache<>(this.nanos::get);

	@Test
	void asksOnceWithinAMinute() {
		load();
		this.nanos.addAndGet(Duration.ofSeconds(59).toNanos());

		assertThat(load()).isEqualTo(1);
	}

	@Test
	void asksAgainAfterAMinuteHoweverOftenItWasUsed() {
		for (int i = 0; i < 6; i++) {
			load();
			this.nanos.addAndGet(Duration.ofSeconds(10).toNanos());
		}

		assertThat(load()).isEqualTo(2);
	}

	@Test
	void forgetsAtOnceWhatIsDropped() {
		load();
		this.cache.drop("anna");

		assertThat(load()).isEqualTo(2);
	}

	@Test
	void remembersNoAbsence() {
		assertThat(this.cache.find("bo", (id) -> null)).isNull();
		assertThat(this.cache.find("bo", (id) -> 7)).isEqualTo(7);
	}

	private int load() {
		return this.cache.get("anna", (id) -> this.loads.incrementAndGet());
	}

}
