package dev.insyn.stack.crm;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import dev.insyn.events.CrmContactUpserted;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/// Publishes contacts on `insyn.crm` as CloudEvents (Kafka binary mode), as any CRM system would.
final class CrmPublisher implements AutoCloseable {

	static final String SOURCE = "webcrm";

	/// The demo contacts never change in their CRM, so each start brings the same
	/// revision.
	private static final long REVISION = 1;

	private static final Instant CHANGED_AT = Instant.parse("2026-01-15T09:00:00Z");

	private final KafkaProducer<String, byte[]> producer;

	CrmPublisher(String broker) {
		this.producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", broker, "acks", "all", "linger.ms", "5", "buffer.memory", "8388608"),
				new StringSerializer(), new ByteArraySerializer());
	}

	void publish(DemoPerson person, ContactSealer sealer) {
		CrmContactUpserted event = new CrmContactUpserted(SOURCE, person.crmId(), REVISION, CHANGED_AT,
				person.organisation(), sealer.seal(person.values()), null);
		String tenant = person.tenant().id();
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(CrmContactUpserted.TOPIC,
				tenant + ":" + person.crmId(), JsonMapper.shared().writeValueAsBytes(event));
		Headers headers = message.headers();
		add(headers, "ce_specversion", "1.0");
		add(headers, "ce_id", UUID.randomUUID().toString());
		add(headers, "ce_type", CrmContactUpserted.TYPE);
		add(headers, "ce_source", "/crm/" + SOURCE);
		add(headers, "ce_subject", person.crmId());
		add(headers, "ce_time", Instant.now().toString());
		add(headers, "ce_tenant", tenant);
		add(headers, "ce_actor", "client:" + person.tenant().client());
		add(headers, "content-type", "application/json");
		this.producer.send(message);
	}

	void flush() {
		this.producer.flush();
	}

	@Override
	public void close() {
		this.producer.close();
	}

	private static void add(Headers headers, String name, String value) {
		headers.add(name, value.getBytes(StandardCharsets.UTF_8));
	}

}
