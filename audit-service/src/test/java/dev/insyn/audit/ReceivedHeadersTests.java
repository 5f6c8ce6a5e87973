package dev.insyn.audit;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.MessageHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class ReceivedHeadersTests {

	private static final Map<String, Object> EVENT = Map.of("ce_id", "1", "ce_type", "contact.deleted.v1", "ce_subject",
			"webcrm|NC-1001", "ce_time", "2026-11-21T09:30:00Z", "ce_source", "/crm/webcrm");

	@Test
	void readsTextAndBytes() {
		ReceivedHeaders headers = with("ce_id", "0198f0a2-7b11".getBytes(StandardCharsets.UTF_8));
		assertThat(headers.isEvent()).isTrue();
		assertThat(headers.get("ce_id")).isEqualTo("0198f0a2-7b11");
	}

	@ParameterizedTest
	@CsvSource({ "ce_id,''", "ce_type,two words", "ce_time,yesterday", "ce_subject,Anna Lindqvist", "ce_id,åäö" })
	void takesForNoEventWhatLacksAnAttributeOrHasItMisshapen(String name, String value) {
		ReceivedHeaders headers = with(name, value);
		assertThat(headers.isEvent()).isFalse();
		assertThat(headers.get("ce_source")).isEqualTo("/crm/webcrm");
	}

	@Test
	void recordsNoTextThatIsNoId() {
		assertThat(with("ce_actor", "Anna Lindqvist, Storgatan 1").actor()).isEqualTo("system:crmwebcrm");
		assertThat(with("ce_subject", "x".repeat(201)).get("ce_subject")).isEqualTo("?");
	}

	@Test
	void namesThePlaceByTopicPartitionAndOffset() {
		Map<String, Object> all = new HashMap<>(EVENT);
		all.put(KafkaHeaders.RECEIVED_TOPIC, "insyn.crm");
		all.put(KafkaHeaders.RECEIVED_PARTITION, 3);
		all.put(KafkaHeaders.OFFSET, 42L);
		assertThat(new ReceivedHeaders(new MessageHeaders(all)).place()).isEqualTo("insyn.crm-3-42");
	}

	private static ReceivedHeaders with(String name, Object value) {
		Map<String, Object> all = new HashMap<>(EVENT);
		all.put(name, value);
		return new ReceivedHeaders(new MessageHeaders(all));
	}

}
