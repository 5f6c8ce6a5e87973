package dev.insyn.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/// CloudEvents 1.0, Kafka binary mode: attributes as headers with the prefix `ce_`.
final class CloudEventHeaders {

	static final String SPEC_VERSION = "ce_specversion";

	static final String ID = "ce_id";

	static final String TYPE = "ce_type";

	static final String SOURCE = "ce_source";

	static final String SUBJECT = "ce_subject";

	static final String TIME = "ce_time";

	static final String TENANT = "ce_tenant";

	static final String ACTOR = "ce_actor";

	static final String CONTENT_TYPE = "content-type";

	private CloudEventHeaders() {
	}

	/// @throws UnreadableEvent if an attribute is missing or has not its shape
	static IncomingEvent<byte[]> read(Message<byte[]> message) {
		try {
			return new IncomingEvent<>(required(message, ID), required(message, TYPE),
					new TenantId(required(message, TENANT)), required(message, SUBJECT), actor(message),
					Instant.parse(required(message, TIME)), message.getPayload(), origin(message));
		}
		catch (IllegalArgumentException | DateTimeException misshapen) {
			throw new UnreadableEvent("A CloudEvents attribute has not its shape at " + origin(message));
		}
	}

	static @Nullable String text(@Nullable Object header) {
		return switch (header) {
			case null -> null;
			case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
			default -> header.toString();
		};
	}

	private static Actor actor(Message<?> message) {
		String actor = text(message.getHeaders().get(ACTOR));
		return (actor != null) ? Actor.parse(actor) : Actor.system(required(message, SOURCE).replace("/", ""));
	}

	private static String required(Message<?> message, String name) {
		String value = text(message.getHeaders().get(name));
		if (value == null || value.isBlank()) {
			throw new UnreadableEvent("Header " + name + " is missing at " + origin(message));
		}
		return value;
	}

	private static IncomingEvent.Origin origin(Message<?> message) {
		Object topic = message.getHeaders().get(KafkaHeaders.RECEIVED_TOPIC);
		Object partition = message.getHeaders().get(KafkaHeaders.RECEIVED_PARTITION);
		Object offset = message.getHeaders().get(KafkaHeaders.OFFSET);
		return new IncomingEvent.Origin((topic != null) ? topic.toString() : "",
				(partition instanceof Number number) ? number.intValue() : -1,
				(offset instanceof Number number) ? number.longValue() : -1);
	}

}
