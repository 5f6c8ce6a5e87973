package dev.insyn.stack.crm;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An event as the demo CRM got it, unopened.
///
/// @param number counts what this CRM got, in its own order
public record ReceivedEvent(long number, String topic, int partition, long offset, String type, String tenant,
		String subject, String actor, Instant at, byte[] body) {

	static ReceivedEvent of(long number, ConsumerRecord<String, byte[]> message) {
		return new ReceivedEvent(number, message.topic(), message.partition(), message.offset(),
				header(message, "ce_type"), header(message, "ce_tenant"), header(message, "ce_subject"),
				header(message, "ce_actor"), Instant.ofEpochMilli(message.timestamp()), message.value());
	}

	JsonNode json() {
		return JsonMapper.shared().readTree(this.body);
	}

	private static String header(ConsumerRecord<String, byte[]> message, String name) {
		Header header = message.headers().lastHeader(name);
		return (header == null) ? "" : new String(header.value(), StandardCharsets.UTF_8);
	}

}
