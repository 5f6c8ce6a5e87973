package dev.insyn.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import com.nimbusds.jose.JWEObject;
import dev.insyn.contact.ServiceForTests.Answer;
import dev.insyn.events.ContactDataUpdated;
import dev.insyn.events.ContactDeleted;
import dev.insyn.events.ContactRegistered;
import dev.insyn.testing.Events;
import dev.insyn.testing.Received;
import dev.insyn.testing.Recording;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static dev.insyn.contact.CrmForTests.anna;
import static dev.insyn.contact.CrmForTests.newCrmId;
import static dev.insyn.contact.CrmForTests.values;
import static org.assertj.core.api.Assertions.assertThat;

/// What CRM systems send, in and out of order, once and twice, and when it can't be read.
@RunsTheService
@SuppressWarnings("NullAway.Init") // injected
class CrmIT {

	private static final String TENANT = "nordcykel";

	private static final String DEAD = "insyn.crm.contact-service.dlq";

	private final Instant yesterday = Instant.now().minus(Duration.ofDays(1));

	private final String crmId = newCrmId();

	@Autowired
	private CrmForTests crm;

	@Autowired
	private ServiceForTests service;

	@Autowired
	private Events events;

	private Recording told;

	@BeforeEach
	void listen() {
		this.told = this.events.record("insyn.contacts");
	}

	@AfterEach
	void stopListening() {
		this.told.close();
	}

	@Test
	void registersAContactAndTellsOfIt() throws Exception {
		this.crm.publish(TENANT, this.crmId, 1, this.yesterday, anna());
		String contact = this.crm.awaitContact(TENANT, this.crmId);

		Answer seen = see(contact);
		assertThat(seen.body().path("displayName").asString()).isEqualTo("Anna Lindqvist");
		assertThat(seen.body().path("organisation").asString()).isEqualTo("ORG-7");
		assertThat(seen.value("phone")).isEqualTo("+46701234567");
		assertThat(seen.body().path("fields").path("phone").path("source").asString()).isEqualTo("crm:webcrm");
		Received event = this.told.await(of(contact, ContactRegistered.TYPE));
		assertThat(event.key()).isEqualTo(TENANT + ":" + contact);
		assertThat(event.headers()).containsEntry("ce_actor", "system:webcrm").containsEntry("ce_tenant", TENANT);
		assertThat(JWEObject.parse(event.body().replaceAll(".*\"sealed\":\"([^\"]+)\".*", "$1")).getHeader().toString())
			.contains("\"alg\":\"dir\"", "\"enc\":\"A256GCM\"");
	}

	/// Red when `hearOnce` ignores the effect's id and the revision.
	@Test
	void theSameEventTwiceIsTakenOnce() {
		String eventId = UUID.randomUUID().toString();
		this.crm.publishAs(eventId, TENANT, this.crmId, 1, this.yesterday, anna());
		this.crm.publishAs(eventId, TENANT, this.crmId, 1, this.yesterday, anna());
		this.crm.publish(TENANT, this.crmId, 1, this.yesterday, values("title", "again"));
		String contact = afterAllThat(2, values("title", "Inköpare"));

		assertThat(toldOf(contact, ContactRegistered.TYPE)).hasSize(1);
		assertThat(toldOf(contact, ContactDataUpdated.TYPE)).hasSize(1);
		assertThat(see(contact).body().path("version").asLong()).isEqualTo(2);
	}

	/// Red when revisions are not compared.
	@Test
	void anOlderRevisionThatComesLateChangesNothing() {
		this.crm.publish(TENANT, this.crmId, 5, this.yesterday, anna());
		this.crm.publish(TENANT, this.crmId, 4, this.yesterday, values("first-name", "Annika"));
		String contact = afterAllThat(6, values("title", "Inköpare"));

		assertThat(see(contact).value("first-name")).isEqualTo("Anna");
	}

	/// Red when an unreadable event is retried for ever or stops the partition, or is
	/// thrown away.
	@Test
	void whatCanNotBeOpenedGoesToTheDeadLettersAndStopsNobody() {
		try (Recording dead = this.events.record(DEAD)) {
			String sealedToAStranger = this.crm.publishSealed(TENANT, this.crmId, 1, "eyJhbGciOiJub25lIn0.e30.");
			String notJson = this.crm.publishSealed(TENANT, this.crmId, 1, this.crm.sealText("Anna Lindqvist"));
			this.events.send("insyn.crm", "crm.contact-upserted.v1", TENANT, this.crmId, "{\"revision\":\"Lindqvist\"");
			String contact = afterAllThat(2, anna());

			assertThat(see(contact).status()).isEqualTo(200);
			List<Received> letters = dead.await(3, (letter) -> letter.key().equals(TENANT + ":" + this.crmId));
			assertThat(letters).extracting(Received::id).contains(sealedToAStranger, notJson);
			assertThat(letters)
				.allSatisfy((letter) -> assertThat(letter.headers().toString()).doesNotContain("Lindqvist"));
		}
	}

	/// Red when [dev.insyn.contact.crm.CrmMessaging] takes plain values from everybody.
	@Test
	void plainValuesAreRefusedUnlessTheTenantAllowsThem() {
		try (Recording dead = this.events.record(DEAD)) {
			String event = this.crm.publishPlain(TENANT, this.crmId, 1, anna());

			Received letter = dead.await((record) -> record.id().equals(event));
			assertThat(letter.headers().toString()).doesNotContain("Lindqvist", "Anna", "kund.example");
			assertThat(see(this.crm.contactId(TENANT, this.crmId)).status()).isEqualTo(404);
		}
	}

	@Test
	void keepsWhatIsValidOfAContactThatIsPartlyNot() {
		this.crm.publish(TENANT, this.crmId, 1, this.yesterday,
				values("first-name", "Anna", "email", "not an address", "shoe-size", "38"));
		String contact = this.crm.awaitContact(TENANT, this.crmId);

		assertThat(see(contact).body().path("fields").propertyNames()).containsExactly("first-name");
	}

	/// Red when a CRM's repetition counts as its change (see [ContactTests]).
	@Test
	void theCrmsEchoOfAnUpdateTellsNobodyAgain() {
		String contact = this.crm.registerAnna(TENANT);
		String own = this.service.contact(TENANT, contact);
		this.service.update(contact, own, ServiceForTests.newKey(),
				this.service.submit(see(contact), Map.of("title", "Inköpare")));
		this.told.await(of(contact, ContactDataUpdated.TYPE));
		String known = crmIdOf(contact);
		this.crm.publish(TENANT, known, 2, Instant.now(), values("title", "Inköpare"));
		this.crm.publish(TENANT, known, 3, Instant.now(), values("last-name", "Lind"));

		List<Received> updates = this.told.await(2, of(contact, ContactDataUpdated.TYPE));
		assertThat(updates).hasSize(2);
		assertThat(updates.getLast().body()).contains("[\"last-name\"]", "\"kind\":\"crm\"");
	}

	/// Red when the deletion leaves no revision behind.
	@Test
	void aDeletedContactIsNotBroughtBackByALateEvent() {
		this.crm.publish(TENANT, this.crmId, 1, this.yesterday, anna());
		String contact = this.crm.awaitContact(TENANT, this.crmId);
		this.crm.delete(TENANT, this.crmId, 3);
		this.told.await(of(contact, ContactDeleted.TYPE));
		this.crm.publish(TENANT, this.crmId, 2, this.yesterday, anna());
		passedBy();

		assertThat(see(contact).status()).isEqualTo(404);
		assertThat(toldOf(contact, ContactRegistered.TYPE)).hasSize(1);
	}

	@Test
	void aDeletionThatOvertakesItsContactHolds() {
		this.crm.delete(TENANT, this.crmId, 3);
		this.crm.publish(TENANT, this.crmId, 2, this.yesterday, anna());
		passedBy();

		String contact = this.crm.contactId(TENANT, this.crmId);
		assertThat(see(contact).status()).isEqualTo(404);
		assertThat(this.told.all()).noneMatch((event) -> event.subject().equals(contact));
	}

	@Test
	void aCrmMayBeginAnewWithWhatItDeleted() {
		this.crm.publish(TENANT, this.crmId, 1, this.yesterday, anna());
		String contact = this.crm.awaitContact(TENANT, this.crmId);
		String oldKey = keyIdOf(this.told.await(of(contact, ContactRegistered.TYPE)));
		this.crm.delete(TENANT, this.crmId, 2);
		this.crm.publish(TENANT, this.crmId, 3, this.yesterday, values("first-name", "Anna"));

		Received again = this.told.await(2, of(contact, ContactRegistered.TYPE)).getLast();
		assertThat(keyIdOf(again)).isNotEqualTo(oldKey);
		assertThat(see(contact).body().path("fields").propertyNames()).containsExactly("first-name");
	}

	/// Publishes one more change and waits for it: what came before it has been dealt
	/// with.
	private String afterAllThat(long revision, Map<String, Object> values) {
		this.crm.publish(TENANT, this.crmId, revision, this.yesterday, values);
		String contact = this.crm.contactId(TENANT, this.crmId);
		Map.Entry<String, Object> last = values.entrySet().iterator().next();
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> see(contact).value(last.getKey()).equals(last.getValue()));
		return contact;
	}

	/// Waits until a dead letter, sent now, has passed through the same partition.
	private void passedBy() {
		String id = UUID.randomUUID().toString();
		try (Recording dead = this.events.record(DEAD)) {
			this.events.send("insyn.crm", TENANT + ":" + this.crmId,
					this.events.headers(id, "crm.contact-upserted.v1", TENANT, "X"), "no json");
			dead.await((letter) -> letter.id().equals(id));
		}
	}

	private Answer see(String contact) {
		return this.service.get("/contacts/" + contact, this.service.contact(TENANT, contact));
	}

	private String crmIdOf(String contact) {
		String token = this.service.crmClient(TENANT, "contacts.read");
		return this.service.get("/api/contacts?query=lindqvist&limit=200", token)
			.body()
			.path("contacts")
			.valueStream()
			.filter((line) -> line.path("id").asString().equals(contact))
			.map((line) -> line.path("crmId").asString())
			.findFirst()
			.orElseThrow();
	}

	private static String keyIdOf(Received event) {
		return event.body().replaceAll(".*\"keyId\":\"([^\"]+)\".*", "$1");
	}

	private List<Received> toldOf(String contact, String type) {
		return this.told.all().stream().filter(of(contact, type)).toList();
	}

	private static Predicate<Received> of(String contact, String type) {
		return (event) -> event.subject().equals(contact) && event.type().equals(type);
	}

}
