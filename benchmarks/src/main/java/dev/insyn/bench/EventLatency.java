package dev.insyn.bench;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

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
	/// The forms are fetched before, and
	/// each contact updates once, so that what is asked of the machine in that time is
	/// updates and nothing else.
	Result ofUpdates(List<Contact> contacts) throws InterruptedException {
		if (contacts.size() < count()) {
			throw new IllegalArgumentException("Each update needs a contact of its own");
		}
		List<HttpRequest> filledIn = contacts.stream().limit(count()).map(Contact::correction).toList();
		Map<Integer, Integer> refused = new ConcurrentSkipListMap<>();
		Result result = measure("insyn.contacts", (index) -> contacts.get(index).id(), (index) -> {
			int status = contacts.get(index).status(filledIn.get(index));
			if (status != Contact.ACCEPTED) {
				refused.merge(status, 1, Integer::sum);
			}
		});
		return new Result(result.p50(), result.p99(), result.longest(), result.missing(), refused);
	}

	/// The baseline: a record produced straight to the same broker, acknowledged by all.
	Result ofPlainRecords() throws InterruptedException {
		try (var producer = new KafkaProducer<>(
				Map.<String, Object>of("bootstrap.servers", this.kafka, "acks", "all", "linger.ms", 0),
				new StringSerializer(), new StringSerializer())) {
			return measure("bench.plain", (index) -> "plain-" + index, (index) -> {
				String id = "plain-" + index;
				ProducerRecord<String, String> entry = new ProducerRecord<>("bench.plain", id, "x".repeat(800));
				entry.headers().add("ce_subject", id.getBytes(StandardCharsets.UTF_8));
				entry.headers().add("ce_type", "contact.data-updated.v1".getBytes(StandardCharsets.UTF_8));
				producer.send(entry);
			});
		}
	}

	private int count() {
		return Math.toIntExact(this.perSecond * this.duration.toSeconds());
	}

	/// Counted from when it was due, not from when the generator got to it: a generator
	/// that falls behind must not make
	/// the answer look quicker.
	private Result measure(String topic, IntFunction<String> subject, IntConsumer action) throws InterruptedException {
		Map<String, Long> sent = new ConcurrentHashMap<>();
		Histogram micros = new ConcurrentHistogram(60_000_000L, 3);
		CountDownLatch ready = new CountDownLatch(1);
		CountDownLatch received = new CountDownLatch(count());
		Thread consumer = Thread.ofPlatform().start(() -> consume(topic, sent, micros, ready, received));
		ready.await();
		long begin = System.nanoTime() + 50_000_000L;
		long interval = 1_000_000_000L / this.perSecond;
		for (int i = 0; i < count(); i++) {
			int index = i;
			long due = begin + i * interval;
			sent.put(subject.apply(index), due);
			while (System.nanoTime() < due) {
				LockSupport.parkNanos(due - System.nanoTime());
			}
			Thread.startVirtualThread(() -> action.accept(index));
		}
		boolean all = received.await(30, TimeUnit.SECONDS);
		consumer.interrupt();
		consumer.join();
		return new Result(millis(micros, 50), millis(micros, 99), micros.getMaxValue() / 1000.0,
				all ? 0 : received.getCount(), Map.of());
	}

	private static double millis(Histogram micros, double percentile) {
		return micros.getValueAtPercentile(percentile) / 1000.0;
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

	static String header(ConsumerRecord<?, ?> found, String name) {
		Header header = found.headers().lastHeader(name);
		return (header != null) ? new String(header.value(), StandardCharsets.UTF_8) : "";
	}

	/// Milliseconds.
	///
	/// @param missing how many events never arrived
	/// @param refused how many updates were answered otherwise than expected, by status
	record Result(double p50, double p99, double longest, long missing, Map<Integer, Integer> refused) {
	}

}
