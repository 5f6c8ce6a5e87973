package dev.insyn.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.insyn.contact.ServiceForTests.Answer;
import dev.insyn.testing.Events;
import dev.insyn.testing.Recording;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static dev.insyn.contact.ServiceForTests.newKey;
import static org.assertj.core.api.Assertions.assertThat;

/// What an objection and a restriction forbid, and what a mailing is told.
@RunsTheService
@SuppressWarnings("NullAway.Init") // injected
class StandingIT {

	private static final String TENANT = "nordcykel";

	@Autowired
	private CrmForTests crm;

	@Autowired
	private ServiceForTests service;

	@Autowired
	private Events events;

	@Autowired
	private DatabasesForTests databases;

	/// Red when [Contacts#act] writes what changed nothing.
	@Test
	void unsubscribingIsToldOnceHoweverOftenItIsClicked() {
		String anna = this.crm.registerAnna(TENANT);
		String client = this.service.crmClient(TENANT, "contacts.object");
		Map<String, String> said = Map.of("source", "unsubscribe", "mailing", "m7k2n4p6r8t3");
		try (Recording told = this.events.record("insyn.contacts")) {
			assertThat(this.service.post(objection(anna), client, said).status()).isEqualTo(204);
			assertThat(this.service.post(objection(anna), client, said).status()).isEqualTo(204);
			assertThat(this.service.send("DELETE", objection(anna), user(50), null).status()).isEqualTo(204);
			told.await("contact.marketing-objection-lifted.v1");

			assertThat(told.ofType("contact.marketing-objected.v1")).filteredOn((event) -> event.subject().equals(anna))
				.singleElement()
				.satisfies((event) -> assertThat(event.body()).contains("unsubscribe", "m7k2n4p6r8t3"));
		}
	}

	/// Red without the refusals, each by itself.
	@Test
	void aMailingIsToldWhomItMayMailAndOfTheOthersOnlyWhyNot() {
		String objected = this.crm.registerAnna(TENANT);
		String restricted = this.crm.registerAnna(TENANT);
		String free = this.crm.registerAnna(TENANT);
		String stranger = this.crm.registerAnna("fjordbok");
		this.service.send("POST", objection(objected), user(50), null);
		this.service.send("POST", restriction(restricted), user(99), null);

		JsonNode marketing = mailable("marketing", objected, restricted, free, stranger, "../admin");
		assertThat(marketing).hasSize(5);
		assertThat(marketing.get(0).toString()).isEqualTo("{\"id\":\"" + objected + "\",\"refused\":\"objected\"}");
		assertThat(marketing.get(1).path("refused").asString()).isEqualTo("restricted");
		assertThat(marketing.get(2).path("email").asString()).isEqualTo("anna.lindqvist@kund.example");
		assertThat(marketing.get(2).path("values").toString())
			.isEqualTo("{\"first-name\":\"Anna\",\"phone\":\"070-123 45 67\"}");
		assertThat(marketing.get(2).path("language").asString()).isEqualTo("sv");
		assertThat(marketing.get(3).path("refused").asString()).isEqualTo("gone");
		assertThat(marketing.get(4).path("refused").asString()).isEqualTo("gone");

		JsonNode service = mailable("service", objected, restricted);
		assertThat(service.get(0).has("refused")).isFalse();
		assertThat(service.get(1).path("refused").asString()).isEqualTo("restricted");
	}

	/// Red when [Contacts#deleteOnce] keeps nothing, or `HearingFromCrm` recalls nothing;
	/// the second half is red when only the contact's id is kept.
	@Test
	void anObjectionOutlivesTheContactUnderItsOldIdAndItsAddress() {
		String crmId = CrmForTests.newCrmId();
		String address = crmId.toLowerCase(Locale.ROOT) + "@kund.example";
		String bo = publish(crmId, 1, address);
		this.service.send("POST", objection(bo), user(50), null);
		deleted(crmId, 2);
		assertThat(mailable("marketing", bo).get(0).path("refused").asString()).isEqualTo("gone");

		try (Recording told = this.events.record("insyn.contacts")) {
			publish(crmId, 3, address);
			assertThat(mailable("marketing", bo).get(0).path("refused").asString()).isEqualTo("objected");
			assertThat(mailable("service", bo).get(0).has("refused")).isFalse();
			told.await("contact.marketing-objected.v1");
		}
		deleted(crmId, 4);
		String another = publish(CrmForTests.newCrmId(), 1, address.toUpperCase(Locale.ROOT));
		assertThat(mailable("marketing", another).get(0).path("refused").asString()).isEqualTo("objected");
		assertThat(mailable("marketing", publish(CrmForTests.newCrmId(), 1, "x" + address)).get(0).has("refused"))
			.as("somebody else")
			.isFalse();
	}

	/// Red without [Suppressions#forget].
	@Test
	void whoTookItsObjectionBackIsNotRemindedOfIt() {
		String crmId = CrmForTests.newCrmId();
		String address = crmId.toLowerCase(Locale.ROOT) + "@kund.example";
		String bo = publish(crmId, 1, address);
		this.service.send("POST", objection(bo), user(50), null);
		deleted(crmId, 2);
		publish(crmId, 3, address);
		assertThat(this.service.send("DELETE", objection(bo), user(50), null).status()).isEqualTo(204);
		deleted(crmId, 4);
		publish(crmId, 5, address);
		assertThat(mailable("marketing", bo).get(0).has("refused")).isFalse();
	}

	/// A mail may be answered after the CRM has deleted its reader. Red without the first
	/// lines of [ChangingStanding#object].
	@Test
	void whoIsDeletedAlreadyCanStillObject() {
		String crmId = CrmForTests.newCrmId();
		String bo = publish(crmId, 1, crmId.toLowerCase(Locale.ROOT) + "@kund.example");
		deleted(crmId, 2);
		String client = this.service.crmClient(TENANT, "contacts.object");
		assertThat(this.service.post(objection(bo), client, Map.of("source", "unsubscribe")).status()).isEqualTo(204);
		publish(crmId, 3, "other." + crmId.toLowerCase(Locale.ROOT) + "@kund.example");
		assertThat(mailable("marketing", bo).get(0).path("refused").asString()).isEqualTo("objected");
	}

	/// Red when a suppression holds the address or the id as it is.
	@Test
	void whatIsRememberedNamesNobody() {
		String crmId = CrmForTests.newCrmId();
		String address = crmId.toLowerCase(Locale.ROOT) + "@kund.example";
		String bo = publish(crmId, 1, address);
		this.service.send("POST", objection(bo), user(50), null);
		deleted(crmId, 2);
		assertThat(this.databases.documents("spring.mongodb.uri"))
			.filteredOn((document) -> document.contains("objectedAt"))
			.hasSizeGreaterThanOrEqualTo(2)
			.noneMatch((document) -> document.contains(address) || document.contains(bo) || document.contains(crmId));
	}

	/// Red when `mailable` answers with what the CRM calls the organisation.
	@Test
	void aMailSaysTheOrganisationsNameAndNeverItsId() {
		String crmId = CrmForTests.newCrmId();
		Map<String, Object> values = new LinkedHashMap<>(CrmForTests.anna());
		values.put("@organisation", "Kungsbacka Cykel AB");
		this.crm.publish(TENANT, crmId, 1, Instant.now().minusSeconds(60), values);
		String anna = this.crm.awaitContact(TENANT, crmId);
		String nameless = this.crm.registerAnna(TENANT);

		JsonNode both = mailable("service", anna, nameless);
		assertThat(both.get(0).path("organisation").asString()).isEqualTo("Kungsbacka Cykel AB");
		assertThat(both.get(1).has("organisation")).isFalse();
		JsonNode shown = this.service.get("/api/contacts/" + anna, user(10)).body();
		assertThat(shown.path("organisation").asString()).isEqualTo("ORG-7");
		assertThat(shown.path("organisationName").asString()).isEqualTo("Kungsbacka Cykel AB");
	}

	/// Red without [Standing#requireEditable].
	@Test
	void whatIsRestrictedIsKeptButNotEdited() {
		String anna = this.crm.registerAnna(TENANT);
		String own = this.service.contact(TENANT, anna);
		Answer seen = this.service.get("/contacts/" + anna, own);
		assertThat(this.service.send("POST", restriction(anna), user(99), null).status()).isEqualTo(204);

		Answer refused = this.service.update(anna, own, newKey(),
				this.service.submit(seen, Map.of("first-name", "Anne")));
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.type()).isEqualTo("urn:insyn:problem:contact-restricted");
		Answer shown = this.service.get("/contacts/" + anna, own);
		assertThat(shown.value("first-name")).isEqualTo("Anna");
		assertThat(shown.body().path("standing").path("restrictedAt").asString()).isNotEmpty();

		assertThat(this.service.send("DELETE", restriction(anna), user(99), null).status()).isEqualTo(204);
		assertThat(this.service.update(anna, own, newKey(), this.service.submit(seen, Map.of("first-name", "Anne")))
			.status()).isEqualTo(200);
	}

	/// Red without the level or the scope of the method.
	@ParameterizedTest
	@CsvSource({ "POST,marketing-objection,49", "DELETE,marketing-objection,49", "POST,restriction,98",
			"DELETE,restriction,98" })
	void whoMayNotIsRefused(String method, String what, int level) {
		String contact = "/api/contacts/annaannaannaannaannaannaan/" + what;
		assertThat(this.service.send(method, contact, user(level), null).status()).isEqualTo(403);
		assertThat(this.service.send(method, contact, user(level + 1), null).status()).isEqualTo(404);
		assertThat(this.service.send(method, contact, this.service.crmClient(TENANT, "contacts.read"), null).status())
			.isEqualTo(403);
	}

	@Test
	void onlyAProgramThatMayAsksWhomToMail() {
		assertThat(this.service.post("/api/contacts/mailable", user(99), Map.of("contacts", List.of())).status())
			.isEqualTo(403);
		assertThat(
				this.service.post("/api/contacts/mailable", this.service.crmClient(TENANT, "contacts.read"), Map.of())
					.status())
			.isEqualTo(403);
		String client = this.service.crmClient(TENANT, "contacts.mailing");
		assertThat(this.service
			.post("/api/contacts/mailable", client, Map.of("contacts", java.util.Collections.nCopies(501, "a")))
			.status()).isEqualTo(422);
	}

	private JsonNode mailable(String kind, String... contacts) {
		return this.service.post("/api/contacts/mailable", this.service.crmClient(TENANT, "contacts.mailing"),
				Map.of("contacts", List.of(contacts), "kind", kind, "fields",
						List.of("first-name", "phone", "mobile", "no-such-field")))
			.body()
			.path("contacts");
	}

	private String publish(String crmId, long revision, String address) {
		this.crm.publish(TENANT, crmId, revision, Instant.now().minusSeconds(60),
				CrmForTests.values("first-name", "Bo", "last-name", "Ek", "email", address));
		return this.crm.awaitContact(TENANT, crmId);
	}

	private void deleted(String crmId, long revision) {
		String contact = this.crm.contactId(TENANT, crmId);
		this.crm.delete(TENANT, crmId, revision);
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.service.get("/api/contacts/" + contact, user(10)).status() == 404);
	}

	private String user(int level) {
		return this.service.user(TENANT, "karin", level);
	}

	private static String objection(String contact) {
		return "/api/contacts/" + contact + "/marketing-objection";
	}

	private static String restriction(String contact) {
		return "/api/contacts/" + contact + "/restriction";
	}

}
