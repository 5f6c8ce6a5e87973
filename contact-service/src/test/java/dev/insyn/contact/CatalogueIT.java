package dev.insyn.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.insyn.contact.ServiceForTests.Answer;
import dev.insyn.testing.Events;
import dev.insyn.testing.Recording;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// A field's life: an administrator adds it, the CRM fills it, and from then on its values bind it.
@RunsTheService
@SuppressWarnings("NullAway.Init") // injected
class CatalogueIT {

	@Autowired
	private CrmForTests crm;

	@Autowired
	private ServiceForTests service;

	@Autowired
	private Events events;

	@Autowired
	private JsonMapper json;

	/// Red without the call of `willHold` in [Contacts].
	@Test
	void aFieldIsAddedFilledAndBoundByItsValues() {
		String key = newKey();
		try (Recording told = this.events.record("insyn.contacts")) {
			assertThat(this.service.send("POST", "/api/field-catalogue", administrator("nordcykel"), colour(key), null)
				.status()).isEqualTo(201);

			assertThat(told
				.await((event) -> event.type().equals("field-catalogue.changed.v1") && event.body().contains(key))
				.body()).contains("\"change\":\"created\"", "\"by\":\"user:eva\"");
		}
		String anna = anna("nordcykel", Map.of(key, "red"));

		assertThat(this.service.get("/contacts/" + anna, this.service.contact("nordcykel", anna)).value(key))
			.isEqualTo("red");
		Answer read = this.service.get("/api/field-catalogue/" + key, administrator("nordcykel"));
		assertThat(read.body().path("hasValues").asBoolean()).isTrue();
		assertThat(put(key, read, Map.of("type", "TEXT", "choices", List.of())).body().toString())
			.contains("has-values");
		assertThat(put(key, read, Map.of("choices", choices("green"))).body().toString()).contains("choice-in-use");
		assertThat(put(key, read, Map.of("choices", choices("red"))).status()).isEqualTo(200);
	}

	@Test
	void aRetiredFieldAndARetiredChoiceKeepTheirValues() {
		String key = newKey();
		this.service.send("POST", "/api/field-catalogue", administrator("nordcykel"), colour(key), null);
		String anna = anna("nordcykel", Map.of(key, "red"));
		Answer read = this.service.get("/api/field-catalogue/" + key, administrator("nordcykel"));
		List<Map<String, Object>> choices = choices("red", "green");
		choices.getFirst().put("retired", true);

		assertThat(put(key, read, Map.of("state", "retired", "choices", choices)).status()).isEqualTo(200);

		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.until(() -> entry("nordcykel", key).path("retired").asBoolean(false));
		assertThat(this.service.get("/contacts/" + anna, this.service.contact("nordcykel", anna)).value(key))
			.isEqualTo("red");
	}

	/// Red when the tenant comes from anywhere but the token.
	@Test
	void anotherTenantSeesAndTouchesNothing() {
		String key = newKey();
		this.service.send("POST", "/api/field-catalogue", administrator("nordcykel"), colour(key), null);

		assertThat(entry("fjordbok", key).isMissingNode()).isTrue();
		assertThat(this.service.get("/api/field-catalogue/" + key, administrator("fjordbok")).status()).isEqualTo(404);
		assertThat(this.service.send("DELETE", "/api/field-catalogue/" + key, administrator("fjordbok"), null, "*")
			.status()).isEqualTo(404);
		assertThat(this.service.send("POST", "/api/field-catalogue", administrator("fjordbok"), colour(key), null)
			.status()).isEqualTo(201);
	}

	/// Of two who start from the same version, one is told so.
	@Test
	void twoAdministratorsAtOnceDoNotOverwriteEachOther() {
		String key = newKey();
		this.service.send("POST", "/api/field-catalogue", administrator("nordcykel"), colour(key), null);
		Answer read = this.service.get("/api/field-catalogue/" + key, administrator("nordcykel"));

		assertThat(put(key, read, Map.of("retention", "P1Y")).status()).isEqualTo(200);
		assertThat(put(key, read, Map.of("retention", "P2Y")).status()).isEqualTo(412);
	}

	private String anna(String tenant, Map<String, String> more) {
		String crmId = CrmForTests.newCrmId();
		Map<String, Object> values = new LinkedHashMap<>(CrmForTests.anna());
		values.putAll(more);
		this.crm.publish(tenant, crmId, 1, Instant.now().minusSeconds(60), values);
		return this.crm.awaitContact(tenant, crmId);
	}

	private Answer put(String key, Answer read, Map<String, Object> changes) {
		ObjectNode body = (ObjectNode) read.body().deepCopy();
		changes.forEach((member, value) -> body.set(member, this.json.valueToTree(value)));
		return this.service.send("PUT", "/api/field-catalogue/" + key, administrator("nordcykel"), body, read.tag());
	}

	private JsonNode entry(String tenant, String key) {
		return this.service.get("/api/field-catalogue", administrator(tenant))
			.body()
			.valueStream()
			.filter((field) -> field.path("key").asString().equals(key))
			.findFirst()
			.orElseGet(() -> this.json.createObjectNode().path("none"));
	}

	private String administrator(String tenant) {
		return this.service.user(tenant, "eva", 99);
	}

	private static Map<String, Object> colour(String key) {
		return Map.of("key", key, "type", "CHOICE", "labels", Map.of("sv", "Färg", "nb", "Farge"), "choices",
				choices("red", "green"));
	}

	private static List<Map<String, Object>> choices(String... values) {
		return java.util.Arrays.stream(values)
			.<Map<String, Object>>map(
					(value) -> new LinkedHashMap<>(Map.of("value", value, "labels", Map.of("sv", value))))
			.toList();
	}

	private static String newKey() {
		return "colour-" + CrmForTests.newCrmId().toLowerCase(java.util.Locale.ROOT);
	}

}
