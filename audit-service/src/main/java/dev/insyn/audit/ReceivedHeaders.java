package dev.insyn.audit;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.MessageHeaders;

/// The CloudEvents attributes of a message, read without trust: whoever publishes can write anything there.
///
/// What doesn't look like an id, a type or a time is recorded as `?`, since it may be what must not be kept.
final class ReceivedHeaders {

	private static final String NONE = "?";

	private static final Pattern TOKEN = Pattern.compile("[\\w.:|/@+~-]{1,200}");

	private final MessageHeaders headers;

	ReceivedHeaders(MessageHeaders headers) {
		this.headers = headers;
	}

	/// Whether it has all that an event must have.
	boolean isEvent() {
		return !get("ce_id").equals(NONE) && !get("ce_type").equals(NONE) && !get("ce_subject").equals(NONE)
				&& isTime(get("ce_time"));
	}

	String get(String name) {
		return Objects.requireNonNullElse(find(name), NONE);
	}

	@Nullable String find(String name) {
		Object header = this.headers.get(name);
		String text = (header instanceof byte[] bytes) ? new String(bytes, StandardCharsets.UTF_8)
				: (header != null) ? header.toString() : "";
		return TOKEN.matcher(text).matches() ? text : null;
	}

	/// Who did it; the publisher itself if it names nobody.
	String actor() {
		String actor = find("ce_actor");
		return (actor != null) ? actor : "system:" + get("ce_source").replace("/", "");
	}

	String topic() {
		return String.valueOf(this.headers.get(KafkaHeaders.RECEIVED_TOPIC));
	}

	/// `topic-partition-offset`.
	String place() {
		return topic() + "-" + this.headers.get(KafkaHeaders.RECEIVED_PARTITION) + "-"
				+ this.headers.get(KafkaHeaders.OFFSET);
	}

	private static boolean isTime(String text) {
		try {
			Instant.parse(text);
			return true;
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

}
