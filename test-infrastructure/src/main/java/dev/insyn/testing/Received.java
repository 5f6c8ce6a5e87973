package dev.insyn.testing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// A record as any consumer sees it.
public record Received(String topic, int partition, long offset, String key, Map<String, String> headers, String body) {

	static Received of(ConsumerRecord<byte[], byte[]> from) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (Header header : from.headers()) {
			headers.put(header.key(), text(header.value()));
		}
		return new Received(from.topic(), from.partition(), from.offset(), text(from.key()), headers,
				text(from.value()));
	}

	/// Its CloudEvents type.
	public String type() {
		return this.headers.getOrDefault("ce_type", "");
	}

	public String id() {
		return this.headers.getOrDefault("ce_id", "");
	}

	public String subject() {
		return this.headers.getOrDefault("ce_subject", "");
	}

	@SuppressWarnings("ConstantValue") // Kafka's keys and values may be null
	private static String text(byte[] bytes) {
		return (bytes != null) ? new String(bytes, StandardCharsets.UTF_8) : "";
	}

}
