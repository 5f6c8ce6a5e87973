package dev.insyn.audit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.insyn.audit.AuditFixtures.Intruder;
import dev.insyn.audit.Finding.Kind;
import dev.insyn.events.ContactRegistered;
import dev.insyn.events.CrmContactUpserted;
import dev.insyn.events.EmailSent;
import dev.insyn.events.LandingPagePublished;
import dev.insyn.events.LinkIssued;
import dev.insyn.events.Topics;
import dev.insyn.events.UserSignInRefused;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.testing.Events;
import dev.insyn.testing.InfrastructureForTests;
import dev.insyn.testing.TestTokens;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/// The whole service: events in by the broker, records out by HTTP.
@SpringBootTest
@AutoConfigureMockMvc
@Import({ InfrastructureForTests.class, TestTokens.class })
class RecordingIT {

	private static final String TENANT = "nordcykel";

	private static final TenantId CHAIN = new TenantId(TENANT);

	private final String contact = "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 25);

	@Autowired
	private Events events;

	@Autowired
	private TestTokens tokens;

	@Autowired
	private JsonMapper json;

	@Autowired
	private Environment environment;

	@Autowired
	private RecordingEvents recording;

	@Autowired
	private Chains chains;

	@Autowired
	private Heads heads;

	@Autowired
	private ChainKey key;

	@Autowired
	private TenantDocumentsFactory documents;

	@Autowired
	private Verification verification;

	@Autowired
	private AnchoringChains anchoring;

	@Autowired
	private MockMvcTester mvc;

	@Test
	void recordsTheEventsOfEveryTopicAndFindsThemByContact() {
		String crmId = "NC-" + this.contact;
		String crm = "{\"source\":\"webcrm\",\"crmId\":\"" + crmId + "\",\"revision\":1,\"sealed\":\"a..b.c.d\"}";
		String registered = "{\"contact\":\"" + this.contact + "\",\"source\":\"webcrm\",\"crmId\":\"" + crmId
				+ "\",  \"sealed\":\"e..f.g.h\"}";
		String about = "{\"contact\":\"" + this.contact + "\",\"page\":\"P05\"}";
		this.events.send(Topics.CRM, CrmContactUpserted.TYPE, TENANT, "webcrm|" + crmId, crm);
		awaitRecord("webcrm|" + crmId);
		this.events.send(Topics.CONTACTS, ContactRegistered.TYPE, TENANT, this.contact, registered);
		this.events.send(Topics.LINKS, LinkIssued.TYPE, TENANT, "link-of-" + this.contact, about);
		this.events.send(Topics.NOTIFICATIONS, EmailSent.TYPE, TENANT, "mail-of-" + this.contact, about);
		this.events.send(Topics.LANDING_PAGES, LandingPagePublished.TYPE, TENANT, "P05", "{\"page\":\"P05\"}");
		this.events.send(Topics.CONTACTS, ContactRegistered.TYPE, TENANT, "other-" + this.contact,
				registered.replace(this.contact, "other"));
		await(() -> assertThat(types("/audit?contact=" + this.contact)).containsExactlyInAnyOrder(
				CrmContactUpserted.TYPE, ContactRegistered.TYPE, LinkIssued.TYPE, EmailSent.TYPE));
		await(() -> assertThat(types("/audit?limit=500")).contains(LandingPagePublished.TYPE));
		JsonNode record = get("/audit?contact=" + this.contact).get("records")
			.valueStream()
			.filter((entry) -> entry.get("type").stringValue().equals(ContactRegistered.TYPE))
			.findFirst()
			.orElseThrow();
		assertThat(record.get("body")).isEqualTo(this.json.readTree(registered));
		assertThat(record.get("actor").stringValue()).isEqualTo("system:test");
		assertThat(record.get("source").stringValue()).isEqualTo("/test");
		assertThat(record.get("place").stringValue()).startsWith(Topics.CONTACTS + "-");
		assertThat(get("/audit/verify").get("intact").booleanValue()).isTrue();
	}

	@Test
	void keepsThePayloadByteByByte() {
		String odd = "{ \"contact\" : \"" + this.contact + "\",\n\t\"z\":1.10, \"å\":\"\\u00e5\" }";
		this.recording.record(message("contact.data-updated.v1", TENANT, offset(), odd));
		AuditRecord record = newest();
		assertThat(new String(Objects.requireNonNull(record.event().body()), StandardCharsets.UTF_8)).isEqualTo(odd);
	}

	/// The contact's own token says whose history it is. Red when it is taken from
	/// elsewhere, when another caller may ask, or when it is told who did it.
	@Test
	void tellsAContactWhatHappenedWithItsOwnDataAndNobodyElse() {
		this.recording.record(message("contact.viewed.v1", TENANT, offset(), about()));
		this.recording.record(message("email.sent.v1", TENANT, offset(), about()));
		JsonNode own = get("/own-history", this.tokens.portal(TENANT, this.contact));
		assertThat(own.path("entries").valueStream().map((entry) -> entry.path("type").asString()))
			.containsExactly("contact.viewed");
		assertThat(own.at("/entries/0/by").asString()).isEqualTo("system");
		assertThat(own.toString()).doesNotContain("system:test");
		assertThat(get("/own-history?contact=" + this.contact, this.tokens.portal(TENANT, "x" + this.contact))
			.path("entries")).isEmpty();
		assertThat(status("/own-history", this.tokens.contact(TENANT, this.contact))).isEqualTo(403);
		assertThat(status("/own-history", this.tokens.user(TENANT, "karin", 99))).isEqualTo(403);
		assertThat(status("/audit?contact=" + this.contact, this.tokens.portal(TENANT, this.contact))).isEqualTo(403);
	}

	@Test
	void recordsAnEventOnceHoweverOftenItComes() {
		Message<byte[]> message = message("contact.data-updated.v1", TENANT, offset(), about());
		this.recording.record(message);
		this.recording.record(message);
		anotherInstance().append(CHAIN, newest().place(), newest().event());
		assertThat(ofThisContact()).hasSize(1);
	}

	/// A topic that was made anew counts from zero again: what comes then is no
	/// repetition.
	@Test
	void recordsAnotherEventFromThePlaceOfAnEarlierOne() {
		long offset = offset();
		Message<byte[]> later = message("contact.deleted.v1", TENANT, offset, about());
		this.recording.record(message("contact.data-updated.v1", TENANT, offset, about()));
		this.recording.record(later);
		this.recording.record(later);
		assertThat(ofThisContact()).hasSize(2);
	}

	@Test
	void recordsWithoutGapWhenManyInstancesWriteTheSameChain() throws InterruptedException {
		TenantId chain = new TenantId("chain-" + UUID.randomUUID().toString().substring(24));
		List<Chains> instances = List.of(this.chains, anotherInstance(), anotherInstance());
		CountDownLatch done = new CountDownLatch(instances.size());
		for (int i = 0; i < instances.size(); i++) {
			int first = i * 1000;
			Chains instance = instances.get(i);
			Thread.ofVirtual().start(() -> {
				IntStream.range(first, first + 40)
					.forEach((number) -> instance.append(chain, AuditFixtures.place(number),
							AuditFixtures.event(number)));
				done.countDown();
			});
		}
		done.await();
		Verdict verdict = this.verification.verify(chain, AnchorsOfChain.none());
		assertThat(verdict.finding()).isNull();
		assertThat(verdict.length()).isEqualTo(120);
	}

	/// Red if `RecordingEvents` lets a message through to a handler that throws: the
	/// event after it then waits behind it.
	@Test
	void recordsWhatNobodyCanReadAndGoesOn() {
		long before = this.chains.count(ChainNames.UNATTRIBUTED);
		Map<String, String> headers = this.events.headers(UUID.randomUUID().toString(), "contact.registered.v1",
				"nobody", "anna");
		this.events.send(Topics.CONTACTS, "k", headers, about());
		this.events.send(Topics.CONTACTS, "k", Map.of(), "not even JSON");
		this.events.send(Topics.CONTACTS, "k", Map.of("ce_tenant", "Anna Lindqvist, Storgatan 1"), null);
		String subject = "after-" + this.contact;
		this.events.send(Topics.CONTACTS, "k",
				this.events.headers(UUID.randomUUID().toString(), "contact.registered.v1", TENANT, subject), about());
		awaitRecord(subject);
		await(() -> assertThat(this.chains.count(ChainNames.UNATTRIBUTED)).isEqualTo(before + 3));
		assertThat(this.verification.verify(ChainNames.UNATTRIBUTED).intact()).isTrue();
	}

	/// Somebody tried to sign in as nobody: the installation's own chain keeps what our
	/// services told, and nothing that came another way.
	@Test
	void recordsWhatHappenedToTheInstallationInAChainOfItsOwn() {
		long before = this.chains.count(ChainNames.INSTALLATION);
		String refused = "{\"reason\":\"wrong-credentials\",\"by\":\"password\",\"untold\":0}";
		this.events.send(Topics.USERS, UserSignInRefused.TYPE, Topics.INSTALLATION, "unknown", refused);
		await(() -> assertThat(this.chains.count(ChainNames.INSTALLATION)).isEqualTo(before + 1));
		this.events.send(Topics.CRM, UserSignInRefused.TYPE, Topics.INSTALLATION, "unknown", "{\"smuggled\":true}");
		this.events.send(Topics.USERS, UserSignInRefused.TYPE, TENANT, this.contact, refused);
		awaitRecord(this.contact);
		assertThat(newest().event().body()).asString(StandardCharsets.UTF_8).isEqualTo(refused);
		assertThat(this.chains.count(ChainNames.INSTALLATION)).isEqualTo(before + 1);
		assertThat(this.verification.verify(ChainNames.INSTALLATION).intact()).isTrue();
	}

	/// The log can't forget, so it may not learn: red if `Payload` keeps every body.
	@Test
	void keepsNoPersonalDataThatIsNotSealed() {
		this.recording.record(message(CrmContactUpserted.TYPE, TENANT, offset(),
				"{\"source\":\"webcrm\",\"crmId\":\"NC-1\",\"values\":{\"first-name\":\"Kanariefågel\"}}"));
		assertThat(newest().event().remark()).isEqualTo(Payload.PLAIN_VALUES);
		this.recording.record(message("contact.registered.v1", TENANT, offset(), "Kanariefågel"));
		assertThat(newest().event().remark()).isEqualTo(Payload.UNREADABLE);
		try (Intruder intruder = new Intruder(this.environment)) {
			for (Document document : intruder.records().find()) {
				assertThat(new String(this.json.writeValueAsBytes(document.toString()), StandardCharsets.UTF_8))
					.doesNotContain("Kanariefågel");
			}
		}
		assertThat(newest().event().body()).isNull();
	}

	@Test
	void showsPagesOfRecordsNewestFirst() {
		for (int i = 0; i < 5; i++) {
			this.recording.record(message("contact.data-updated.v1", TENANT, offset(), about()));
		}
		JsonNode first = get("/audit?limit=3&contact=" + this.contact);
		assertThat(first.get("records")).hasSize(3);
		JsonNode second = get("/audit?limit=3&contact=" + this.contact + "&before=" + first.get("next").longValue());
		assertThat(second.get("records")).hasSize(2);
		assertThat(second.has("next")).isFalse();
		assertThat(first.at("/records/0/seq").longValue()).isGreaterThan(second.at("/records/0/seq").longValue());
	}

	/// Red without `@RequiredScope` on the controller, and if it took the tenant from
	/// anywhere but the token.
	@Test
	void showsATenantItsOwnLogAndOnlyWithTheScope() {
		this.recording.record(message("contact.data-updated.v1", TENANT, offset(), about()));
		String path = "/audit?contact=" + this.contact;
		assertThat(status(path, this.tokens.client(TENANT, "crm", "audit.read"))).isEqualTo(200);
		assertThat(status(path, this.tokens.client(TENANT, "crm", "contacts.read"))).isEqualTo(403);
		assertThat(status(path, this.tokens.contact(TENANT, this.contact))).isEqualTo(403);
		assertThat(status("/audit/verify", this.tokens.contact(TENANT, this.contact))).isEqualTo(403);
		assertThat(status(path, "nonsense")).isEqualTo(401);
		assertThat(get(path, this.tokens.client("fjordbok", "crm", "audit.read")).get("records")).isEmpty();
		assertThat(get(path).get("records")).hasSize(1);
	}

	/// Someone restores yesterday's database, head and all, and lets the log grow on:
	/// only what was said elsewhere tells.
	@Test
	void findsAChainThatWasRolledBackTogetherWithItsHead() {
		TenantId chain = new TenantId("fjordbok");
		try (Intruder intruder = new Intruder(this.environment)) {
			append(chain, 5);
			Document yesterday = Objects
				.requireNonNull(intruder.heads().find(Filters.eq("_id", chain + ":head")).first());
			long length = this.chains.count(chain);
			append(chain, 5);
			this.anchoring.anchorAll();
			assertThat(this.verification.verify(chain).anchors()).isPositive();
			assertThat(this.verification.verify(chain).intact()).isTrue();
			for (long seq = length + 1; seq <= length + 5; seq++) {
				intruder.records().deleteOne(Filters.eq("_id", chain + ":" + AuditRecord.id(seq)));
			}
			intruder.heads().replaceOne(Filters.eq("_id", chain + ":head"), yesterday);
			Finding cut = Objects.requireNonNull(this.verification.verify(chain).finding());
			assertThat(cut.kind()).isEqualTo(Kind.CUT_OFF);
			assertThat(cut.firstBad()).isEqualTo(length + 1);
			IntStream.range(0, 7)
				.forEach((i) -> anotherInstance().append(chain, Topics.LINKS + "-1-" + offset(),
						AuditFixtures.event((int) offset())));
			Finding rewritten = Objects.requireNonNull(this.verification.verify(chain).finding());
			assertThat(rewritten.kind()).isEqualTo(Kind.CHANGED);
			assertThat(rewritten.firstBad()).isEqualTo(length + 5);
			intruder.records().deleteMany(Filters.eq("_tenant", chain.value()));
			intruder.heads().deleteMany(Filters.eq("_tenant", chain.value()));
			assertThat(this.verification.verify(chain).intact()).isFalse();
		}
	}

	@Test
	void answersTheCommandWithAnExitCode() {
		try (Intruder intruder = new Intruder(this.environment)) {
			this.recording.record(message("contact.data-updated.v1", TENANT, offset(), about()));
			AuditRecord last = newest();
			intruder.records()
				.updateOne(Filters.eq("_id", CHAIN + ":" + AuditRecord.id(last.seq())),
						Updates.set("event.actor", "client:someone-else"));
			assertThat(runCommand()).isEqualTo(1);
			assertThat(get("/audit/verify").at("/finding/firstBad").longValue()).isEqualTo(last.seq());
			intruder.records()
				.updateOne(Filters.eq("_id", CHAIN + ":" + AuditRecord.id(last.seq())),
						Updates.set("event.actor", last.event().actor()));
			assertThat(get("/audit/verify").get("intact").booleanValue()).isTrue();
		}
	}

	private int runCommand() {
		return VerifyCommand.run(new String[] { VerifyCommand.ARGUMENT,
				"--spring.mongodb.uri=" + this.environment.getProperty("spring.mongodb.uri"),
				"--spring.kafka.bootstrap-servers=" + this.environment.getProperty("spring.kafka.bootstrap-servers") });
	}

	private void append(TenantId chain, int count) {
		for (int i = 0; i < count; i++) {
			this.chains.append(chain, Topics.LINKS + "-0-" + offset(), AuditFixtures.event((int) offset()));
		}
	}

	private Chains anotherInstance() {
		return new Chains(this.documents, this.heads, this.key, Clock.systemUTC());
	}

	/// Newest first.
	private List<AuditRecord> ofThisContact() {
		return this.chains.newest(CHAIN, Criteria.where("event.subject").is(this.contact), 100);
	}

	private AuditRecord newest() {
		return ofThisContact().getFirst();
	}

	private String about() {
		return "{\"contact\":\"" + this.contact + "\"}";
	}

	/// Far from those of the broker.
	private static long offset() {
		return System.nanoTime();
	}

	private Message<byte[]> message(String type, String tenant, long offset, String body) {
		MessageBuilder<byte[]> message = MessageBuilder.withPayload(body.getBytes(StandardCharsets.UTF_8));
		this.events.headers(UUID.randomUUID().toString(), type, tenant, this.contact)
			.forEach((name, value) -> message.setHeader(name, value.getBytes(StandardCharsets.UTF_8)));
		return message.setHeader(KafkaHeaders.RECEIVED_TOPIC, Topics.CONTACTS)
			.setHeader(KafkaHeaders.RECEIVED_PARTITION, 0)
			.setHeader(KafkaHeaders.OFFSET, offset)
			.build();
	}

	private void awaitRecord(String subject) {
		await(() -> assertThat(get("/audit?limit=500").get("records").valueStream())
			.anyMatch((record) -> record.get("subject").stringValue().equals(subject)));
	}

	private static void await(Runnable claim) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(claim::run);
	}

	private List<String> types(String path) {
		return get(path).get("records").valueStream().map((record) -> record.get("type").stringValue()).toList();
	}

	private JsonNode get(String path) {
		return get(path, this.tokens.client(TENANT, "crm", "audit.read"));
	}

	private JsonNode get(String path, String token) {
		return this.json.readTree(ask(path, token).getResponse().getContentAsByteArray());
	}

	private int status(String path, String token) {
		return ask(path, token).getResponse().getStatus();
	}

	private MvcTestResult ask(String path, String token) {
		return this.mvc.get().uri(path).header("Authorization", "Bearer " + token).exchange();
	}

}
