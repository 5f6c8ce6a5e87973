package dev.insyn.contact;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import dev.insyn.contact.crm.CrmIdsForTests;
import dev.insyn.events.CrmContactDeleted;
import dev.insyn.events.CrmContactUpserted;
import dev.insyn.platform.sealing.JweRecipient;
import dev.insyn.testing.Events;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.TestComponent;

/// A CRM that publishes its contacts, sealed to the key that the service hands out.
@TestComponent
class CrmForTests {

	private final Events events;

	private final ServiceForTests service;

	private final CrmIdsForTests ids;

	private final JsonMapper json;

	CrmForTests(Events events, ServiceForTests service, CrmIdsForTests ids, JsonMapper json) {
		this.events = events;
		this.service = service;
		this.ids = ids;
		this.json = json;
	}

	/// A new record of Anna, registered and there to be read.
	String registerAnna(String tenant) {
		String crmId = newCrmId();
		publish(tenant, crmId, 1, Instant.now().minusSeconds(86_400), anna());
		return awaitContact(tenant, crmId);
	}

	static Map<String, Object> anna() {
		return values("first-name", "Anna", "last-name", "Lindqvist", "email", "anna.lindqvist@kund.example", "phone",
				"070-123 45 67", "customer-number", "KUND-4711");
	}

	static String newCrmId() {
		return "NC-" + UUID.randomUUID().toString().substring(0, 8);
	}

	/// @return the event's id
	String publish(String tenant, String crmId, long revision, Instant changedAt, Map<String, Object> values) {
		return send(tenant, crmId, upserted(crmId, revision, changedAt, seal(values), null));
	}

	/// As [#publish], at revision 1, of a member of another organisation.
	void publishOf(String organisation, String tenant, String crmId, Map<String, Object> values) {
		send(tenant, crmId, new CrmContactUpserted("webcrm", crmId, 1, Instant.now().minusSeconds(86_400), organisation,
				seal(values), null));
	}

	/// As [#publish] with an event id chosen, to send the same event again.
	void publishAs(String eventId, String tenant, String crmId, long revision, Instant changedAt,
			Map<String, Object> values) {
		sendAs(eventId, tenant, crmId, CrmContactUpserted.TYPE,
				upserted(crmId, revision, changedAt, seal(values), null));
	}

	String publishPlain(String tenant, String crmId, long revision, Map<String, Object> values) {
		return send(tenant, crmId, upserted(crmId, revision, Instant.now(), null, values));
	}

	String publishSealed(String tenant, String crmId, long revision, String sealed) {
		return send(tenant, crmId, upserted(crmId, revision, Instant.now(), sealed, null));
	}

	String delete(String tenant, String crmId, long revision) {
		String id = UUID.randomUUID().toString();
		sendAs(id, tenant, crmId, CrmContactDeleted.TYPE,
				new CrmContactDeleted("webcrm", crmId, revision, Instant.now()));
		return id;
	}

	String contactId(String tenant, String crmId) {
		return this.ids.of(tenant, "webcrm", crmId);
	}

	String awaitContact(String tenant, String crmId) {
		String contact = contactId(tenant, crmId);
		String token = this.service.contact(tenant, contact);
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> this.service.get("/contacts/" + contact, token).status() == 200);
		return contact;
	}

	String seal(Map<String, Object> values) {
		return sealText(this.json.writeValueAsString(values));
	}

	String sealText(String content) {
		String key = this.service.get("/api/encryption-keys", null).body().path("keys").get(0).toString();
		return JweRecipient.of(key).encrypt(content.getBytes(StandardCharsets.UTF_8));
	}

	@SuppressWarnings("NullAway") // null clears
	static Map<String, Object> values(@Nullable Object... fieldsAndValues) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (int i = 0; i < fieldsAndValues.length; i += 2) {
			values.put(String.valueOf(fieldsAndValues[i]), fieldsAndValues[i + 1]);
		}
		return values;
	}

	private static CrmContactUpserted upserted(String crmId, long revision, Instant changedAt, @Nullable String sealed,
			@Nullable Map<String, Object> plain) {
		return new CrmContactUpserted("webcrm", crmId, revision, changedAt, "ORG-7", sealed, plain);
	}

	private String send(String tenant, String crmId, CrmContactUpserted event) {
		String id = UUID.randomUUID().toString();
		sendAs(id, tenant, crmId, CrmContactUpserted.TYPE, event);
		return id;
	}

	private void sendAs(String id, String tenant, String crmId, String type, Object event) {
		this.events.send("insyn.crm", tenant + ":" + crmId, this.events.headers(id, type, tenant, crmId),
				this.json.writeValueAsString(event));
	}

}
