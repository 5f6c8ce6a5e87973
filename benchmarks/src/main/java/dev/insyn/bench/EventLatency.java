package dev.insyn.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// How long after something was sent a consumer has it, at a steady rate.
final class EventLatency {

	private final String kafka;

	private final int perSecond;

	private final Duration duration;

	EventLatency(String kafka, int perSecond, Duration duration) {
		this.kafka = kafka;
		this.perSecond = perSecond;
		this.duration = duration;
	}

	/// From the moment a contact presses *update* until a CRM's consumer has the event.
	Result ofUpdates(List<Contact> contacts) throws InterruptedException {
		return measure("insyn.contacts", (index, sent) -> {
			Contact contact = contacts.get(index % contacts.size());
			var correction = contact.correction();
			sent.put(contact.id(), System.nanoTime());
			contact.send(correction);
		});
	}

	/// The baseline: a record produced straight to the same broker, acknowledged by all.
	Result ofPlainRecords() throws InterruptedException {
		try (var producer = new KafkaProducer<>(
				Map.<String, Object>of("bootstrap.servers", this.kafka, "acks", "all", "linger.ms", 0),
				new StringSerializer(), new StringSerializer())) {
			return measure("bench.plain", (index, sent) -> {
				String id = "plain-" + index;
				ProducerRecord<String, String> entry = new ProducerRecord<>("bench.plain", id, "x".repeat(800));
				entry.headers().add("ce_subject", id.getBytes(StandardCharsets.UTF_8));
				entry.headers().add("ce_type", "contact.data-updated.v1".getBytes(StandardCharsets.UTF_8));
				sent.put(id, System.nanoTime());
				producer.send(entry);
			});
		}
	}

	private Result measure(String topic, BiConsumer<Integer, Map<String, Long>> action) throws InterruptedException {
		Map<String, Long> sent = new ConcurrentHashMap<>();
		Histogram micros = new ConcurrentHistogram(60_000_000L, 3);
		int count = Math.toIntExact(this.perSecond * this.duration.toSeconds());
		CountDownLatch ready = new CountDownLatch(1);
		CountDownLatch received = new CountDownLatch(count);
		Thread consumer = Thread.ofPlatform().start(() -> consume(topic, sent, micros, ready, received));
		ready.await();
		long begin = System.nanoTime();
		long interval = 1_000_000_000L / this.perSecond;
		for (int i = 0; i < count; i++) {
			int index = i;
			LockSupport.parkNanos(begin + i * interval - System.nanoTime());
			Thread.startVirtualThread(() -> action.accept(index, sent));
		}
		boolean all = received.await(30, TimeUnit.SECONDS);
		consumer.interrupt();
		consumer.join();
		return new Result(micros.getValueAtPercentile(50) / 1000.0, micros.getValueAtPercentile(99) / 1000.0,
				all ? 0 : received.getCount());
	}

	private void consume(String topic, Map<String, Long> sent, Histogram micros, CountDownLatch ready,
			CountDownLatch received) {
		try (var consumer = new KafkaConsumer<>(
				Map.<String, Object>of("bootstrap.servers", this.kafka, "fetch.min.bytes", 1), new StringDeserializer(),
				new StringDeserializer())) {
			List<TopicPartition> partitions = partitions(consumer, topic);
			consumer.assign(partitions);
			consumer.seekToEnd(partitions);
			partitions.forEach(consumer::position);
			ready.countDown();
			while (!Thread.currentThread().isInterrupted()) {
				consumer.poll(Duration.ofMillis(50)).forEach((found) -> record(found, sent, micros, received));
			}
		}
		catch (org.apache.kafka.common.errors.InterruptException ex) {
			// Asked to stop.
		}
	}

	/// Asking for a topic makes it; until it is there it has no partitions.
	private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
		List<PartitionInfo> found = consumer.partitionsFor(topic);
		while (found.isEmpty()) {
			LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
			found = consumer.partitionsFor(topic);
		}
		return found.stream().map((info) -> new TopicPartition(topic, info.partition())).toList();
	}

	private static void record(ConsumerRecord<String, String> found, Map<String, Long> sent, Histogram micros,
			CountDownLatch received) {
		if (!"contact.data-updated.v1".equals(header(found, "ce_type"))) {
			return;
		}
		Long begin = sent.remove(header(found, "ce_subject"));
		if (begin != null) {
			micros.recordValue((System.nanoTime() - begin) / 1000);
			received.countDown();
		}
	}

	private static String header(ConsumerRecord<?, ?> found, String name) {
		Header header = found.headers().lastHeader(name);
		return (header != null) ? new String(header.value(), StandardCharsets.UTF_8) : "";
	}

	/// Milliseconds; `missing` never arrived.
	record Result(double p50, double p99, long missing) {
	}

}
