package dev.insyn.stack.crm;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.insyn.events.CrmContactUpserted;
import dev.insyn.events.CrmRecordsUpserted;
import dev.insyn.events.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/// Publishes contacts and records on `insyn.crm` as CloudEvents (Kafka binary mode), as any CRM system would.
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
		send(person.tenant(), person.crmId(), CrmContactUpserted.TYPE, new CrmContactUpserted(SOURCE, person.crmId(),
				REVISION, CHANGED_AT, person.organisation(), sealer.seal(person.told()), null));
	}

	/// Records of a person.
	void publishRecords(DemoPerson person, String type, List<Map<String, Object>> records, ContactSealer sealer) {
		if (!records.isEmpty()) {
			send(person.tenant(), person.crmId(), CrmRecordsUpserted.TYPE,
					new CrmRecordsUpserted(SOURCE, type, person.crmId(), null, sealer.seal(records), null));
		}
	}

	/// Records of a company.
	void publishRecords(DemoTenant tenant, String organisation, String type, List<Map<String, Object>> records,
			ContactSealer sealer) {
		send(tenant, organisation, CrmRecordsUpserted.TYPE,
				new CrmRecordsUpserted(SOURCE, type, null, organisation, sealer.seal(records), null));
	}

	private void send(DemoTenant company, String subject, String type, Object event) {
		String tenant = company.id();
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(Topics.CRM, tenant + ":" + subject,
				JsonMapper.shared().writeValueAsBytes(event));
		Headers headers = message.headers();
		add(headers, "ce_specversion", "1.0");
		add(headers, "ce_id", UUID.randomUUID().toString());
		add(headers, "ce_type", type);
		add(headers, "ce_source", "/crm/" + SOURCE);
		add(headers, "ce_subject", subject);
		add(headers, "ce_time", Instant.now().toString());
		add(headers, "ce_tenant", tenant);
		add(headers, "ce_actor", "client:" + company.client());
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
