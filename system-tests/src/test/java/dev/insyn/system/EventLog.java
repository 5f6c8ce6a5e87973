package dev.insyn.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A topic as any program that speaks Kafka reads and writes it.
final class EventLog {

	private final Stack stack;

	private final String topic;

	EventLog(Stack stack, String topic) {
		this.stack = stack;
		this.topic = topic;
	}

	/// All that stands in the topic now, oldest first in each partition.
	List<Event> all() {
		try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(this.topic)
				.stream()
				.map((info) -> new TopicPartition(info.topic(), info.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			List<Event> events = new ArrayList<>();
			while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
				consumer.poll(Duration.ofMillis(200)).forEach((found) -> events.add(Event.of(found)));
			}
			return events;
		}
	}

	List<Event> all(String type, String subject) {
		return all().stream().filter((event) -> type.equals(event.type()) && subject.equals(event.subject())).toList();
	}

	Event await(String type, Predicate<Event> wanted) {
		return Awaitility.await(type + " in " + this.topic)
			.atMost(Duration.ofSeconds(30))
			.pollInterval(Duration.ofMillis(300))
			.until(() -> all().stream()
				.filter((event) -> type.equals(event.type()))
				.filter(wanted)
				.findFirst()
				.orElse(null), (found) -> found != null);
	}

	void send(String key, Map<String, String> headers, byte[] body) {
		try (var producer = new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer())) {
			ProducerRecord<String, byte[]> entry = new ProducerRecord<>(this.topic, key, body);
			headers.forEach((name, value) -> entry.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
			producer.send(entry);
			producer.flush();
		}
	}

	private Map<String, Object> settings() {
		return Map.of("bootstrap.servers", this.stack.ready().kafka(), "auto.offset.reset", "earliest", "acks", "all");
	}

	/// One record of the topic.
	record Event(@Nullable String key, Map<String, String> headers, byte[] body, int partition, long offset) {

		private static Event of(ConsumerRecord<String, byte[]> found) {
			Map<String, String> headers = new java.util.TreeMap<>();
			for (Header header : found.headers()) {
				headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
			}
			return new Event(found.key(), headers, found.value(), found.partition(), found.offset());
		}

		@Nullable String type() {
			return this.headers.get("ce_type");
		}

		@Nullable String subject() {
			return this.headers.get("ce_subject");
		}

		JsonNode json() {
			return JsonMapper.shared().readTree(this.body);
		}

	}

}
