package dev.insyn.platform.store;

import java.time.Duration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/// What is seen of the outbox from outside: how long events wait, and whether the broker takes them.
final class OutboxMeters {

	private final Timer delay;

	private final Counter failures;

	private volatile boolean away;

	OutboxMeters(MeterRegistry registry) {
		this.delay = Timer.builder("insyn.outbox.delay")
			.description("From the write of an event's document to the broker's confirmation")
			.publishPercentileHistogram(false)
			.register(registry);
		this.failures = Counter.builder("insyn.outbox.failures")
			.description("Events that the broker did not confirm in time")
			.register(registry);
		registry.gauge("insyn.outbox.broker.away", this, (meters) -> meters.away ? 1 : 0);
	}

	void sent(Duration after) {
		this.delay.record(after);
	}

	void failed() {
		this.failures.increment();
	}

	void brokerAway(boolean isAway) {
		this.away = isAway;
	}

}
