package dev.insyn.contact.records;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;

import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class RecordTypeMessagingTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Test
	void writesWhatTheSampleShows() throws IOException {
		OutgoingEvent event = RecordTypeMessaging.changed(new TenantId("nordcykel"), "orders",
				RecordTypeMessaging.UPDATED, Actor.user("u7k2m4n6p8r2"), Instant.parse("2026-11-21T09:30:00Z"));

		assertThat(event.partitionKey()).isEqualTo("nordcykel:record-types");
		assertThat(event.subject()).isEqualTo("orders");
		assertThat(JSON.<JsonNode>valueToTree(event.body())).isEqualTo(sample(event.type()));
	}

	private static JsonNode sample(String type) throws IOException {
		try (InputStream sample = RecordTypeMessagingTests.class.getResourceAsStream("/samples/" + type + ".json")) {
			return JSON.readTree(Objects.requireNonNull(sample));
		}
	}

}
