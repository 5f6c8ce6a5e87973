package dev.insyn.platform.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/// Tells every instance of a topic's events, beginning with those of a while ago: for what is kept in memory and must not be
/// missed by an instance that starts. No group, no offsets: what is told here is told again after a start.
public final class RecentEvents implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(RecentEvents.class);

	private static final Duration POLL = Duration.ofMillis(500);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	/// Partitions may be added to a topic.
	private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

	private final ConsumerFactory<byte[], byte[]> consumers;

	private final String topic;

	private final Duration back;

	private final Clock clock;

	/// Gets the type and the subject of each.
	private final BiConsumer<String, String> told;

	private volatile boolean running;

	private volatile Thread listening = Thread.ofVirtual().unstarted(() -> {
	});

	RecentEvents(ConsumerFactory<byte[], byte[]> consumers, String topic, Duration back, Clock clock,
			BiConsumer<String, String> told) {
		this.consumers = consumers;
		this.topic = topic;
		this.back = back;
		this.clock = clock;
		this.told = told;
	}

	@Override
	public void start() {
		this.running = true;
		this.listening = Thread.ofVirtual().name("recent-events").start(this::keepListening);
	}

	private void keepListening() {
		boolean away = false;
		while (this.running) {
			try (Consumer<byte[], byte[]> consumer = this.consumers.createConsumer(null, "recent-" + this.topic)) {
				listen(consumer);
				away = false;
			}
			catch (KafkaException | org.springframework.kafka.KafkaException ex) {
				if (!away && this.running) {
					logger.warn("{} is not heard now: {}", this.topic, ex.getClass().getSimpleName());
				}
				away = true;
			}
			pause();
		}
	}

	/// Until partitions were added or the broker is away; then it begins anew.
	private void listen(Consumer<byte[], byte[]> consumer) {
		List<TopicPartition> partitions = partitions(consumer);
		consumer.assign(partitions);
		goBack(consumer, partitions);
		long lookAgain = System.nanoTime() + LOOK_AGAIN.toNanos();
		while (this.running && !partitions.isEmpty()) {
			consumer.poll(POLL).forEach(this::tell);
			if (System.nanoTime() > lookAgain) {
				if (partitions(consumer).size() != partitions.size()) {
					return;
				}
				lookAgain = System.nanoTime() + LOOK_AGAIN.toNanos();
			}
		}
	}

	private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
		return consumer.partitionsFor(this.topic)
			.stream()
			.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
			.toList();
	}

	private void goBack(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
		long since = this.clock.instant().minus(this.back).toEpochMilli();
		Map<TopicPartition, Long> times = new HashMap<>();
		partitions.forEach((partition) -> times.put(partition, since));
		consumer.offsetsForTimes(times).forEach((partition, offset) -> {
			if (offset != null) {
				consumer.seek(partition, offset.offset());
			}
			else {
				consumer.seekToEnd(List.of(partition));
			}
		});
	}

	private void tell(ConsumerRecord<byte[], byte[]> record) {
		String type = header(record, CloudEventHeaders.TYPE);
		String subject = header(record, CloudEventHeaders.SUBJECT);
		if (!type.isEmpty() && !subject.isEmpty()) {
			this.told.accept(type, subject);
		}
	}

	private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
		Header header = record.headers().lastHeader(name);
		String text = (header != null) ? CloudEventHeaders.text(header.value()) : null;
		return (text != null) ? text : "";
	}

	private void pause() {
		try {
			if (this.running) {
				Thread.sleep(PAUSE);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.running = false;
		}
	}

	@Override
	public void stop() {
		this.running = false;
		try {
			this.listening.join(POLL.multipliedBy(4));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/// Makes one for a topic.
	public interface Factory {

		/// @param back so long ago it begins
		/// @param told gets the type and the subject of each event, perhaps more than
		/// once
		RecentEvents of(String topic, Duration back, BiConsumer<String, String> told);

	}

}
