package dev.insyn.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// A test's hand on the broker: sends events as another system would, and records what arrives on topics.
public final class Events implements AutoCloseable {

	private final String bootstrapServers;

	private final KafkaProducer<String, byte @Nullable []> producer;

	Events(String bootstrapServers) {
		this.bootstrapServers = bootstrapServers;
		this.producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0, "max.block.ms", 20_000),
				new StringSerializer(), new ByteArraySerializer());
	}

	/// Records what arrives on the topics from now on.
	public Recording record(String... topics) {
		return new Recording(this.bootstrapServers, topics);
	}

	/// Sends a well-formed event by the actor `system:test` and returns when the broker
	/// has it.
	/// @return its id
	public String send(String topic, String type, String tenant, String subject, String json) {
		String id = UUID.randomUUID().toString();
		send(topic, tenant + ":" + subject, headers(id, type, tenant, subject), json);
		return id;
	}

	/// The headers of a well-formed event, to be bent by tests.
	public Map<String, String> headers(String id, String type, String tenant, String subject) {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("ce_specversion", "1.0");
		headers.put("ce_id", id);
		headers.put("ce_type", type);
		headers.put("ce_source", "/test");
		headers.put("ce_subject", subject);
		headers.put("ce_time", Instant.now().toString());
		headers.put("ce_tenant", tenant);
		headers.put("ce_actor", "system:test");
		headers.put("content-type", "application/json");
		return headers;
	}

	/// Sends any record, well-formed or not, and returns when the broker has it.
	public void send(String topic, String key, Map<String, String> headers, @Nullable String body) {
		ProducerRecord<String, byte @Nullable []> sent = new ProducerRecord<>(topic, key,
				(body != null) ? body.getBytes(StandardCharsets.UTF_8) : null);
		headers.forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
		try {
			this.producer.send(sent).get(20, TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new AssertionError("The broker did not take a test's record", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted", ex);
		}
	}

	@Override
	public void close() {
		this.producer.close();
	}

}
