package dev.insyn.testing;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;

/// Collects the records of topics from when it was made until it is closed.
public final class Recording implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final int PARTITIONS = 6;

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final KafkaConsumer<byte[], byte[]> consumer;

	private final Thread reader;

	private volatile boolean open = true;

	Recording(String bootstrapServers, String... topics) {
		this.consumer = new KafkaConsumer<>(
				Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false, "fetch.max.wait.ms", 100),
				new ByteArrayDeserializer(), new ByteArrayDeserializer());
		makeMissing(bootstrapServers, topics);
		List<TopicPartition> partitions = partitionsOf(topics);
		this.consumer.assign(partitions);
		this.consumer.seekToEnd(partitions);
		partitions.forEach(this.consumer::position);
		this.reader = Thread.ofPlatform().daemon().name("test-recording").start(this::read);
	}

	public List<Received> all() {
		return List.copyOf(this.received);
	}

	public List<Received> ofType(String type) {
		return all().stream().filter((record) -> record.type().equals(type)).toList();
	}

	/// Waits for at least one that fits, for 20 seconds at most.
	public Received await(Predicate<Received> fits) {
		return await(1, fits).getFirst();
	}

	public Received await(String type) {
		return await((record) -> record.type().equals(type));
	}

	/// Waits for at least `count` that fit, for 20 seconds at most.
	public List<Received> await(int count, Predicate<Received> fits) {
		return Awaitility.await()
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(20))
			.until(() -> all().stream().filter(fits).toList(), (found) -> found.size() >= count);
	}

	@Override
	public void close() {
		this.open = false;
		this.consumer.wakeup();
		try {
			this.reader.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void read() {
		try (this.consumer) {
			while (this.open) {
				for (ConsumerRecord<byte[], byte[]> record : this.consumer.poll(Duration.ofMillis(200))) {
					this.received.add(Received.of(record));
				}
			}
		}
		catch (org.apache.kafka.common.errors.WakeupException closed) {
			// closed while waiting
		}
	}

	/// As the services make them when they are first written to.
	private static void makeMissing(String bootstrapServers, String... topics) {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
			Arrays.stream(topics)
				.map((topic) -> new NewTopic(topic, PARTITIONS, (short) 1))
				.map((topic) -> admin.createTopics(List.of(topic)).all().toCompletionStage().toCompletableFuture())
				.forEach((made) -> made.exceptionally((_) -> null).join());
		}
	}

	private List<TopicPartition> partitionsOf(String... topics) {
		return Arrays.stream(topics)
			.flatMap((topic) -> partitionsOf(topic).stream())
			.map((info) -> new TopicPartition(info.topic(), info.partition()))
			.toList();
	}

	/// Asking for a topic that nobody has sent to yet makes it, which takes a moment.
	private List<PartitionInfo> partitionsOf(String topic) {
		return Awaitility.await()
			.atMost(PATIENCE)
			.pollInSameThread()
			.pollInterval(Duration.ofMillis(50))
			.until(() -> this.consumer.partitionsFor(topic), (partitions) -> !partitions.isEmpty());
	}

}
