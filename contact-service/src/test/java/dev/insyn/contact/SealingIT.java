package dev.insyn.contact;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import dev.insyn.contact.ServiceForTests.Answer;
import dev.insyn.contact.keys.ContactKeys;
import dev.insyn.events.ContactDataUpdated;
import dev.insyn.events.ContactKeyHandedOut;
import dev.insyn.events.ContactRegistered;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.testing.Events;
import dev.insyn.testing.Received;
import dev.insyn.testing.Recording;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static dev.insyn.contact.ServiceForTests.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// That nobody reads contacts who has the database, the broker or the logs, but not the keys.
@RunsTheService
@ExtendWith(OutputCaptureExtension.class)
@SuppressWarnings("NullAway.Init") // injected
class SealingIT {

	private static final String TENANT = "nordcykel";

	/// What is known of Anna, as it was sent and as it rests.
	private static final String[] ANNAS = { "Lindqvist", "lindqvist", "anna.lindqvist@kund.example", "070-123 45 67",
			"+46701234567", "701234567", "KUND-4711", "Kontrabas" };

	@Autowired
	private CrmForTests crm;

	@Autowired
	private ServiceForTests service;

	@Autowired
	private Events events;

	@Autowired
	private ContactKeys keys;

	@Autowired
	private JsonMapper json;

	@Autowired
	private DatabasesForTests databases;

	/// Red when [ContactSealing] returns the content as it is, and when
	/// [dev.insyn.contact.search.BlindIndex] gives the
	/// words themselves.
	@Test
	void neitherDatabaseNorBrokerNorLogHoldsAnythingInPlain(CapturedOutput log) {
		try (Recording told = this.events.record("insyn.contacts"); Recording heard = this.events.record("insyn.crm")) {
			String anna = this.crm.registerAnna(TENANT);
			update(anna, Map.of("notes", "Kontrabas"));
			update(anna, Map.of("email", "Kontrabas@"));
			told.await((event) -> event.type().equals(ContactDataUpdated.TYPE) && event.subject().equals(anna));

			assertThat(documents("spring.mongodb.uri")).isNotEmpty()
				.allSatisfy((document) -> assertThat(document).doesNotContain(ANNAS));
			assertThat(documents("insyn.contact.keys.mongodb-uri")).isNotEmpty()
				.allSatisfy((document) -> assertThat(document).doesNotContain(ANNAS).doesNotContain("\"d\":"));
			assertThat(told.all()).isNotEmpty()
				.allSatisfy((event) -> assertThat(event.toString()).doesNotContain(ANNAS));
			assertThat(heard.all()).isNotEmpty()
				.allSatisfy((event) -> assertThat(event.toString()).doesNotContain(ANNAS));
			assertThat(log.getAll()).doesNotContain(ANNAS);
		}
	}

	@Test
	void theHandedOutKeyOpensTheEventWithAnyJoseProgram() throws Exception {
		try (Recording told = this.events.record("insyn.contacts")) {
			String anna = this.crm.registerAnna(TENANT);
			JsonNode registered = this.json.readTree(told.await((event) -> event.subject().equals(anna)).body());

			OctetSequenceKey key = OctetSequenceKey.parse(handedOut(anna).body().toString());

			assertThat(key.getKeyID()).isEqualTo(registered.path("keyId").asString());
			assertThat(opened(registered, key)).contains("\"first-name\":\"Anna\"");
			Received record = told.await(ContactKeyHandedOut.TYPE);
			assertThat(record.headers()).containsEntry("ce_actor", "client:demo-crm-nordcykel");
			assertThat(record.body()).contains("\"keyId\":\"" + key.getKeyID() + "\"")
				.doesNotContain(key.getKeyValue().toString());
		}
	}

	/// Red when all contacts share a key.
	@Test
	void oneContactsKeyOpensNobodyElses() throws Exception {
		try (Recording told = this.events.record("insyn.contacts")) {
			String anna = this.crm.registerAnna(TENANT);
			String bo = this.crm.registerAnna(TENANT);
			JsonNode bos = this.json.readTree(told.await((event) -> event.subject().equals(bo)).body());
			OctetSequenceKey annas = OctetSequenceKey.parse(handedOut(anna).body().toString());

			assertThatThrownBy(() -> opened(bos, annas)).isInstanceOf(JOSEException.class);
		}
	}

	/// Red when the key stays in the cache.
	@Test
	void withoutItsKeyAContactIsGoneAlthoughItsDocumentIsThere() {
		String anna = this.crm.registerAnna(TENANT);
		assertThat(see(anna).status()).isEqualTo(200);

		this.keys.destroy(new TenantId(TENANT), anna);

		assertThat(see(anna).status()).isEqualTo(404);
		assertThat(handedOut(anna).status()).isEqualTo(404);
		assertThat(documents("spring.mongodb.uri")).anyMatch((document) -> document.contains(anna));
	}

	@Test
	void aDeletedContactLeavesNothingButItsRevision() {
		String crmId = CrmForTests.newCrmId();
		this.crm.publish(TENANT, crmId, 1, Instant.now(), CrmForTests.anna());
		String anna = this.crm.awaitContact(TENANT, crmId);
		this.crm.delete(TENANT, crmId, 2);
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> see(anna).status() == 404);

		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(documents("insyn.contact.keys.mongodb-uri"))
				.noneMatch((document) -> document.contains(anna)));
		assertThat(found("lindqvist")).doesNotContain(anna);
	}

	@Test
	void findsAContactByWordsBeginningsAndPhone() {
		String anna = this.crm.registerAnna(TENANT);

		assertThat(found("lindqvist")).contains(anna);
		assertThat(found("LIND anna")).contains(anna);
		assertThat(found("anna.lindqvist@kund.example")).contains(anna);
		assertThat(found("070-123 45 67")).contains(anna);
		assertThat(found("kund-4711")).contains(anna);
		assertThat(found("lindgren")).doesNotContain(anna);
		assertThat(found("")).isNotEmpty();
	}

	@Test
	void anUpdateMovesAContactInTheIndex() {
		String anna = this.crm.registerAnna(TENANT);
		update(anna, Map.of("last-name", "Åkerblom" + anna.substring(0, 4)));

		assertThat(found("akerblom" + anna.substring(0, 4))).containsExactly(anna);
		assertThat(found("lindqvist")).contains(anna); // still in the e-mail address
	}

	private void update(String contact, Map<String, Object> changes) {
		this.service.update(contact, this.service.contact(TENANT, contact), newKey(),
				this.service.submit(see(contact), changes));
	}

	private List<String> found(String query) {
		return this.service
			.get("/api/contacts?limit=200&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
					this.service.crmClient(TENANT, "contacts.read"))
			.body()
			.path("contacts")
			.valueStream()
			.map((line) -> line.path("id").asString())
			.toList();
	}

	private Answer handedOut(String contact) {
		return this.service.get("/api/contacts/" + contact + "/data-key",
				this.service.crmClient(TENANT, "contacts.keys"));
	}

	private Answer see(String contact) {
		return this.service.get("/contacts/" + contact, this.service.contact(TENANT, contact));
	}

	private static String opened(JsonNode event, OctetSequenceKey key) throws Exception {
		JWEObject jwe = JWEObject.parse(event.path("sealed").asString());
		jwe.decrypt(new DirectDecrypter(key));
		return jwe.getPayload().toString();
	}

	private List<String> documents(String uriProperty) {
		return this.databases.documents(uriProperty);
	}

}
