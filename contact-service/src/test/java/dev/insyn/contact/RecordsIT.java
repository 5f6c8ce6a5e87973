package dev.insyn.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.insyn.contact.ServiceForTests.Answer;
import dev.insyn.events.CrmRecordsDeleted;
import dev.insyn.events.CrmRecordsUpserted;
import dev.insyn.testing.Events;
import dev.insyn.testing.Recording;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static dev.insyn.contact.CrmForTests.anna;
import static dev.insyn.contact.CrmForTests.newCrmId;
import static org.assertj.core.api.Assertions.assertThat;

/// Records of contacts and organisations: what a CRM tells, what rests, and what a page is shown of it.
@RunsTheService
@ExtendWith(OutputCaptureExtension.class)
@SuppressWarnings("NullAway.Init") // injected
class RecordsIT {

	private static final String TENANT = "nordcykel";

	private static final String OWN = "orders:contact:number.description.amount:-at:10:";

	private static final String ORGANISATIONS = "orders:organisation:number.amount:-at:10:";

	private static final Instant LATELY = Instant.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);

	/// As the events and the database may hold nothing of it.
	private static final String CANARY = "Kontrafagott";

	@Autowired
	private CrmForTests crm;

	@Autowired
	private ServiceForTests service;

	@Autowired
	private DatabasesForTests databases;

	@Autowired
	private Events events;

	@Autowired
	private JsonMapper json;

	private final String crmId = newCrmId();

	/// Organisations are shared by tests, orders are not: each test has an organisation
	/// of its own.
	private final String organisation = "ORG-" + this.crmId;

	/// Red when `Records` seals nothing, and when an organisation's id stands in a
	/// document's id.
	@Test
	void neitherDatabaseNorBrokerNorLogHoldsAnythingInPlain(CapturedOutput log) {
		try (Recording heard = this.events.record("insyn.crm")) {
			String contact = register();
			tell(order("1", 1, "number", "48211", "description", CANARY));
			tellOrganisation(order("2", 1, "number", "48212", "description", CANARY + " 2"));
			awaitReport(contact, OWN, 1);
			awaitReport(contact, ORGANISATIONS, 1);

			for (String database : List.of("spring.mongodb.uri", "insyn.contact.keys.mongodb-uri")) {
				assertThat(this.databases.documents(database)).isNotEmpty()
					.allSatisfy((document) -> assertThat(document).doesNotContain(CANARY, "48211", this.organisation));
			}
			assertThat(heard.all()).isNotEmpty()
				.allSatisfy((event) -> assertThat(event.toString()).doesNotContain(CANARY, "48211"));
			assertThat(log.getAll()).doesNotContain(CANARY, "48211", this.organisation);
		}
	}

	/// Red when `row` copies the record's values.
	@Test
	void onlyTheColumnsThatAreAskedForLeaveInTheOrderAndNumberAskedFor() {
		String contact = register();
		tell(IntStream.range(0, 12)
			.mapToObj((i) -> order("o" + i, 1, "number", "N" + i, "amount", String.valueOf(i * 100), "status", "sent"))
			.toList());
		JsonNode report = awaitReport(contact, "orders:contact:number:-amount:3:", 12);
		assertThat(report.path("rows").valueStream().map(JsonNode::toString)).containsExactly("{\"number\":\"N11\"}",
				"{\"number\":\"N10\"}", "{\"number\":\"N9\"}");
		assertThat(awaitReport(contact, "orders:contact:number:amount:1:P1M", 12).path("rows").get(0).toString())
			.isEqualTo("{\"number\":\"N0\"}");
	}

	@Test
	void leavesOutWhatIsOlderThanThePageWants() {
		String contact = register();
		tell(order("new", 1, "number", "N"), orderAt("old", 1, LATELY.minus(Duration.ofDays(700)), "number", "O"));
		awaitReport(contact, OWN, 2);
		assertThat(report(contact, "orders:contact:number:-at:10:P1Y").path("total").asInt()).isEqualTo(1);
	}

	/// Red when `hearOnce` ignores revisions.
	@Test
	void repeatedAndLateEventsChangeNothing() {
		String contact = register();
		String eventId = UUID.randomUUID().toString();
		sendAs(eventId, upserted(List.of(order("1", 2, "number", "B"))));
		sendAs(eventId, upserted(List.of(order("1", 2, "number", "B"))));
		tell(order("1", 1, "number", "A"));
		tell(order("2", 1, "number", "C"));
		JsonNode report = awaitReport(contact, OWN, 2);
		assertThat(report.path("rows").toString()).contains("\"B\"", "\"C\"").doesNotContain("\"A\"");
	}

	@Test
	void recordsMayComeBeforeTheirContact() {
		tell(order("1", 1, "number", "A"));
		String contact = register();
		assertThat(awaitReport(contact, OWN, 1).path("rows").toString()).contains("\"A\"");
	}

	@Test
	void aDeletedRecordIsGone() {
		String contact = register();
		tell(order("1", 1, "number", "A"), order("2", 1, "number", "B"));
		awaitReport(contact, OWN, 2);
		send(CrmRecordsDeleted.TYPE, this.crmId, new CrmRecordsDeleted("webcrm", "orders", this.crmId, null,
				this.crm.sealText("[{\"id\":\"1\",\"revision\":2}]"), null));
		assertThat(awaitReport(contact, OWN, 1).path("rows").toString()).contains("\"B\"").doesNotContain("\"A\"");
	}

	/// Red when a deletion leaves the records, or when `ofContact` doesn't ask whether
	/// the contact is deleted: then it gets a key again.
	@Test
	void withItsContactItsRecordsAndTheirKeyAreGone() {
		String contact = register();
		tell(order("1", 1, "number", "A"));
		awaitReport(contact, OWN, 1);
		this.crm.delete(TENANT, this.crmId, 2);
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> see(contact, OWN).status() == 404);
		tell(order("2", 1, "number", "B"));
		passedBy();
		assertThat(this.databases.documents("spring.mongodb.uri"))
			.noneMatch((document) -> document.contains(contact + ".orders"));
		assertThat(this.databases.documents("insyn.contact.keys.mongodb-uri"))
			.noneMatch((document) -> document.contains(contact));
	}

	/// Red when the organisation comes from anywhere but the contact.
	@Test
	void aContactSeesItsOwnOrganisationsRecordsAndNobodyElses() {
		String contact = register();
		tellOrganisation(order("1", 1, "number", "A", "amount", "5"));
		assertThat(awaitReport(contact, ORGANISATIONS, 1).path("rows").toString()).contains("\"A\"");
		String other = this.crm.registerAnna(TENANT);
		assertThat(report(other, ORGANISATIONS).path("total").asInt()).isZero();
		assertThat(report(contact, OWN).path("total").asInt()).isZero();
	}

	/// Red when a type that is not registered is dropped in silence.
	@Test
	void whatIsOfAnUnknownTypeOrCanNotBeReadGoesToTheDeadLetters() {
		String contact = register();
		try (Recording dead = this.events.record("insyn.crm.contact-service.dlq")) {
			String unknown = send(CrmRecordsUpserted.TYPE, this.crmId, new CrmRecordsUpserted("webcrm", "invoices",
					this.crmId, null, seal(List.of(order("1", 1, "number", CANARY))), null));
			String nobodys = send(CrmRecordsUpserted.TYPE, this.crmId,
					new CrmRecordsUpserted("webcrm", "orders", null, null, seal(List.of()), null));
			String timeless = send(CrmRecordsUpserted.TYPE, this.crmId, new CrmRecordsUpserted("webcrm", "orders",
					this.crmId, null, this.crm.sealText("[{\"id\":\"1\",\"revision\":2}]"), null));
			String plain = send(CrmRecordsUpserted.TYPE, this.crmId, new CrmRecordsUpserted("webcrm", "orders",
					this.crmId, null, null, List.of(order("1", 1, "number", CANARY))));
			for (String event : List.of(unknown, nobodys, timeless, plain)) {
				assertThat(dead.await((letter) -> letter.id().equals(event)).headers().toString())
					.doesNotContain(CANARY);
			}
			assertThat(report(contact, OWN).path("total").asInt()).isZero();
		}
	}

	@Test
	void aPageThatAsksForWhatIsNoReportIsRefusedAndAnUnknownTypeIsUnavailable() {
		String contact = register();
		assertThat(see(contact, "orders").status()).isEqualTo(400);
		assertThat(report(contact, "invoices:contact:number:at:5:").path("unavailable").asBoolean()).isTrue();
	}

	private String register() {
		this.crm.publishOf(this.organisation, TENANT, this.crmId, anna());
		return this.crm.awaitContact(TENANT, this.crmId);
	}

	private JsonNode awaitReport(String contact, String report, int total) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> report(contact, report).path("total").asInt() == total);
		return report(contact, report);
	}

	private JsonNode report(String contact, String report) {
		return see(contact, report).body().path("reports").path(0);
	}

	private Answer see(String contact, String report) {
		return this.service.get("/contacts/" + contact + "?fields=&reports=" + report,
				this.service.contact(TENANT, contact));
	}

	@SafeVarargs
	private void tell(Map<String, Object>... records) {
		tell(List.of(records));
	}

	private void tell(List<Map<String, Object>> records) {
		sendAs(UUID.randomUUID().toString(), upserted(records));
	}

	@SafeVarargs
	private void tellOrganisation(Map<String, Object>... records) {
		send(CrmRecordsUpserted.TYPE, this.organisation,
				new CrmRecordsUpserted("webcrm", "orders", null, this.organisation, seal(List.of(records)), null));
	}

	private CrmRecordsUpserted upserted(List<Map<String, Object>> records) {
		return new CrmRecordsUpserted("webcrm", "orders", this.crmId, null, seal(records), null);
	}

	private String seal(List<Map<String, Object>> records) {
		return this.crm.sealText(this.json.writeValueAsString(records));
	}

	private static Map<String, Object> order(String id, long revision, String... columnsAndValues) {
		return orderAt(id, revision, LATELY, columnsAndValues);
	}

	private static Map<String, Object> orderAt(String id, long revision, Instant at, String... columnsAndValues) {
		return Map.of("id", id, "revision", revision, "at", at.toString(), "values",
				CrmForTests.values((Object[]) columnsAndValues));
	}

	private void sendAs(String eventId, CrmRecordsUpserted event) {
		this.events.send("insyn.crm", TENANT + ":" + this.crmId,
				this.events.headers(eventId, CrmRecordsUpserted.TYPE, TENANT, this.crmId),
				this.json.writeValueAsString(event));
	}

	private String send(String type, String subject, Object event) {
		String id = UUID.randomUUID().toString();
		this.events.send("insyn.crm", TENANT + ":" + subject, this.events.headers(id, type, TENANT, subject),
				this.json.writeValueAsString(event));
		return id;
	}

	/// Waits until a dead letter, sent now, has passed through the contact's partition.
	private void passedBy() {
		try (Recording dead = this.events.record("insyn.crm.contact-service.dlq")) {
			String id = UUID.randomUUID().toString();
			this.events.send("insyn.crm", TENANT + ":" + this.crmId,
					this.events.headers(id, CrmRecordsUpserted.TYPE, TENANT, this.crmId), "no json");

			dead.await((letter) -> letter.id().equals(id));
		}
	}

}
