package dev.insyn.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.messaging.MessageHeaders;

/// Headers as text, as CloudEvents writes them; Spring's own mapper would write them as JSON, which only Spring reads.
final class PlainHeaders implements KafkaHeaderMapper {

	@Override
	public void fromHeaders(MessageHeaders headers, Headers target) {
		headers.forEach((name, value) -> {
			if (value instanceof String text && (name.startsWith("ce_") || name.equals(CurrentTrace.HEADER)
					|| name.equals(CloudEventHeaders.CONTENT_TYPE))) {
				target.add(name, text.getBytes(StandardCharsets.UTF_8));
			}
		});
	}

	@Override
	public void toHeaders(Headers source, Map<String, Object> target) {
		for (Header header : source) {
			String text = CloudEventHeaders.text(header.value());
			if (text != null) {
				target.put(header.key(), text);
			}
		}
	}

}
