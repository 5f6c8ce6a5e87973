package dev.insyn.platform.messaging;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import dev.insyn.platform.messaging.DeadLetters.Consuming;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/// Dead letters as monitoring sees them, by topic and consumer: how many were put aside by this instance, and how many
/// wait at the broker. Both are there from the start, for an increase is seen only of what has been seen before.
final class DeadLetterMeters {

	private final MeterRegistry registry;

	private final Map<String, AtomicLong> waiting = new ConcurrentHashMap<>();

	DeadLetterMeters(MeterRegistry registry) {
		this.registry = registry;
	}

	void watch(Consuming consuming) {
		counter(consuming);
		AtomicLong count = this.waiting.computeIfAbsent(consuming.deadLetterTopic(), (_) -> new AtomicLong());
		Gauge.builder("insyn.deadletters.waiting", count, AtomicLong::get)
			.description("Records that were put aside and have not been replayed")
			.tags(tags(consuming))
			.register(this.registry);
	}

	void kept(Consuming consuming) {
		counter(consuming).increment();
	}

	void waiting(Consuming consuming, long count) {
		AtomicLong known = this.waiting.get(consuming.deadLetterTopic());
		if (known != null) {
			known.set(count);
		}
	}

	private Counter counter(Consuming consuming) {
		return Counter.builder("insyn.deadletters")
			.description("Records that could not be consumed and were put aside")
			.tags(tags(consuming))
			.register(this.registry);
	}

	private static Tags tags(Consuming consuming) {
		return Tags.of("topic", consuming.topic(), "consumer", consuming.group());
	}

}
