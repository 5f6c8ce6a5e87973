package dev.insyn.notification;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.insyn.events.ActivityCreated;
import dev.insyn.events.ContactDataUpdated;
import dev.insyn.events.ContactEmailChangeRequested;
import dev.insyn.events.ContactEmailChanged;
import dev.insyn.events.EmailFailed;
import dev.insyn.events.EmailSent;
import dev.insyn.events.LandingPagePublished;
import dev.insyn.events.Origin;
import dev.insyn.events.Topics;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import dev.insyn.testing.Events;
import dev.insyn.testing.InfrastructureForTests;
import dev.insyn.testing.Received;
import dev.insyn.testing.Recording;
import dev.insyn.testing.TestTokens;
import dev.insyn.testing.TokenServiceAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/// The whole service with a real broker, a real database protocol, and a mail server with moods.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "logging.level.kafka=warn", "logging.level.state.change.logger=warn",
				"logging.level.de.bwaldvogel=error", "logging.level.org.apache.kafka=error" })
@Import({ InfrastructureForTests.class, TestTokens.class })
@ExtendWith(OutputCaptureExtension.class)
class NotificationIT {

	private static final String KARIN = "karin@nordcykel.example";

	private static final String DEAD_LETTERS = "insyn.contacts.notification-service.dlq";

	private static final String LI = "li@nordcykel.example";

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final OddMailServer mailServer = new OddMailServer();

	private static final ContactServiceForTests contactService = new ContactServiceForTests();

	@Autowired
	private Events events;

	@Autowired
	private JsonMapper json;

	@Autowired
	private TestTokens tokens;

	@Autowired
	private Environment environment;

	@Autowired
	private QueueingDigests digests;

	@Autowired
	private Tenants tenants;

	@LocalServerPort
	private int port;

	/// Every test has a contact and a page of its own, as topics and database are shared.
	private final String contact = "contact-" + UUID.randomUUID();

	private final String page = "P" + UUID.randomUUID().toString().substring(0, 8);

	private Recording recording;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		settings().forEach((name, value) -> registry.add(name, () -> value));
	}

	private static Map<String, Object> settings() {
		return Map.ofEntries(Map.entry("spring.mail.host", "127.0.0.1"),
				Map.entry("spring.mail.port", mailServer.port()),
				Map.entry("insyn.services.contact", contactService.address()),
				Map.entry("insyn.security.client-secret", "secret"),
				Map.entry("insyn.security.master-key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
				Map.entry("insyn.services.token", TokenServiceAddress.get()),
				Map.entry("insyn.notification.poll", "100ms"), Map.entry("insyn.notification.first-retry", "100ms"),
				Map.entry("insyn.notification.longest-retry", "500ms"), Map.entry("insyn.tenants[0].id", "nordcykel"),
				Map.entry("insyn.tenants[0].name", "Nordcykel AB"), Map.entry("insyn.tenants[0].languages", "sv,en"),
				Map.entry("insyn.tenants[0].contact-email", "kundservice@nordcykel.example"),
				Map.entry("insyn.tenants[1].id", "fjordbok"), Map.entry("insyn.tenants[1].name", "Fjordbok AS"),
				Map.entry("insyn.tenants[1].languages", "nb,en"),
				Map.entry("insyn.tenants[1].contact-email", "kundeservice@fjordbok.example"));
	}

	@BeforeEach
	void listen() throws Exception {
		provideTopics();
		contactService.knows(this.contact, "Anna Lindqvist");
		this.recording = this.events.record(Topics.NOTIFICATIONS);
	}

	/// A recording begins at the end of topics that are there.
	private void provideTopics() throws Exception {
		String kafka = this.environment.getRequiredProperty("spring.kafka.bootstrap-servers");
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
			if (!admin.listTopics().names().get().containsAll(List.of(Topics.NOTIFICATIONS, DEAD_LETTERS))) {
				Map<String, KafkaFuture<Void>> made = admin
					.createTopics(List.of(new NewTopic(Topics.NOTIFICATIONS, 6, (short) 1),
							new NewTopic(DEAD_LETTERS, 1, (short) 1)))
					.values();
				made.values().forEach((topic) -> topic.toCompletionStage().exceptionally((there) -> null));
				Awaitility.await()
					.until(() -> admin.listTopics().names().get(),
							(names) -> names.containsAll(List.of(Topics.NOTIFICATIONS, DEAD_LETTERS)));
			}
		}
	}

	@AfterEach
	void everythingIsWellAgain() {
		mailServer.becomes(OddMailServer.Mood.ACCEPTS);
		contactService.isAway(false);
		this.recording.close();
	}

	@Test
	void tellsEachUserAndCreatesTheActivity() {
		publish("nordcykel", KARIN, LI);
		String cause = update("nordcykel", "phone", "email");
		assertThat(sent(2)).allSatisfy((event) -> {
			EmailSent body = this.json.readValue(event.body(), EmailSent.class);
			assertThat(body.contact()).isEqualTo(this.contact);
			assertThat(body.page()).isEqualTo(this.page);
			assertThat(body.cause()).isEqualTo(cause);
		});
		ActivityCreated activity = this.json.readValue(mine(ActivityCreated.TYPE, 1).getFirst().body(),
				ActivityCreated.class);
		assertThat(activity.assignee()).isEqualTo("karin");
		assertThat(activity.due()).isEqualTo("2026-11-27");
		assertThat(mails(2)).anyMatch((mail) -> mail.contains("To: " + KARIN))
			.anyMatch((mail) -> mail.contains("To: " + LI));
	}

	/// Red when ids are random instead of [StableId]s.
	@Test
	void sendsOneMailForAnEventThatComesThreeTimes() {
		publish("nordcykel", KARIN);
		String id = UUID.randomUUID().toString();
		for (int i = 0; i < 3; i++) {
			update("nordcykel", id, List.of("phone"));
		}
		update("nordcykel", "email");
		sent(2);
		mine(ActivityCreated.TYPE, 2);
		mails(2);
	}

	@Test
	void forgetsNothingWhileTheMailServerIsAway() {
		publish("nordcykel", KARIN);
		mailServer.leaves();
		try {
			IntStream.range(0, 6).forEach((i) -> update("nordcykel", "phone"));
			assertThat(mine(ActivityCreated.TYPE, 6)).as("consuming goes on").hasSize(6);
			Awaitility.await()
				.untilAsserted(() -> assertThat(emails("nordcykel")).hasSize(6)
					.allMatch((email) -> "mail-server-away".equals(email.get("reason"))));
		}
		finally {
			mailServer.returns();
		}
		sent(6);
		mails(6);
	}

	@Test
	void givesUpAtOnceOnARefusedAddress(CapturedOutput log) {
		publish("nordcykel", KARIN);
		mailServer.becomes(OddMailServer.Mood.REFUSES_RECIPIENT);
		update("nordcykel", "phone");
		EmailFailed failed = this.json.readValue(mine(EmailFailed.TYPE, 1).getFirst().body(), EmailFailed.class);
		assertThat(failed.reason()).isEqualTo("recipient-refused");
		assertThat(failed.attempts()).isEqualTo(1);
		assertThat(log).doesNotContain(KARIN).doesNotContain("Lindqvist");
	}

	@Test
	void triesAgainWhenAnAddressIsDeferred(CapturedOutput log) {
		publish("nordcykel", KARIN);
		mailServer.becomes(OddMailServer.Mood.DEFERS_RECIPIENT);
		update("nordcykel", "phone");
		Awaitility.await()
			.untilAsserted(() -> assertThat(emails("nordcykel")).singleElement()
				.satisfies((email) -> assertThat((Integer) email.get("attempts")).isGreaterThan(1)));
		mailServer.becomes(OddMailServer.Mood.ACCEPTS);
		sent(1);
		mails(1);
		assertThat(log).doesNotContain(KARIN).doesNotContain("Lindqvist");
	}

	@Test
	void waitsForContactService() {
		publish("nordcykel", KARIN);
		contactService.isAway(true);
		update("nordcykel", "phone");
		Awaitility.await()
			.untilAsserted(() -> assertThat(emails("nordcykel")).singleElement()
				.satisfies((email) -> assertThat(email.get("reason")).isEqualTo("contact-service-away")));
		contactService.isAway(false);
		sent(1);
		assertThat(mails(1)).singleElement().asString().contains("Anna Lindqvist");
	}

	@Test
	void tellsNobodyOfAContactThatIsGone() {
		publish("nordcykel", KARIN);
		updateOf("nordcykel", "contact-that-is-gone-" + this.page);
		Received failed = this.recording
			.await((event) -> event.type().equals(EmailFailed.TYPE) && event.body().contains("gone-" + this.page));
		assertThat(this.json.readValue(failed.body(), EmailFailed.class).reason()).isEqualTo("contact-gone");
	}

	@Test
	void tellsNobodyOfACrmSystemsOwnChange() {
		publish("nordcykel", KARIN);
		send("nordcykel", UUID.randomUUID().toString(), this.contact, Origin.crm("webcrm"), List.of("phone"));
		update("nordcykel", "email");
		sent(1);
		mails(1);
	}

	@Test
	void letsThePoisonedGoAndServesTheNext() {
		publish("nordcykel", KARIN);
		try (Recording dead = this.events.record(DEAD_LETTERS)) {
			this.events.send(Topics.CONTACTS, "nordcykel:" + this.contact,
					this.events.headers("poison-" + this.page, ContactDataUpdated.TYPE, "nordcykel", this.contact),
					"{\"contact\": [");
			update("nordcykel", "phone");
			sent(1);
			dead.await((record) -> record.body().contains("\"contact\": ["));
		}
		mails(1);
	}

	/// Rules and uses come on different topics: the use may be first.
	@Test
	void waitsForThePagesRules() {
		update("nordcykel", "phone");
		publish("nordcykel", KARIN);
		sent(1);
	}

	@Test
	void keepsTheNewerRulesWhenPublishingsComeInDisorder() {
		publish("nordcykel", 5, LI);
		publish("nordcykel", 4, KARIN);
		update("nordcykel", "phone");
		sent(1);
		assertThat(mails(1)).singleElement().asString().contains("To: " + LI);
	}

	/// Red when [Emails#take] does not look whether the mail is still due.
	@Test
	void sendsOneMailWithTwoInstances() {
		publish("nordcykel", KARIN);
		try (ConfigurableApplicationContext other = anotherInstance()) {
			assertThat(other.isRunning()).isTrue();
			IntStream.range(0, 40).forEach((i) -> update("nordcykel", "phone"));
			sent(40);
		}
		mails(40);
	}

	@Test
	void keepsTenantsApart() {
		publish("nordcykel", KARIN);
		publish("fjordbok", "kari@fjordbok.example");
		update("fjordbok", "phone");
		sent(1);
		assertThat(mails(1)).singleElement().asString().contains("To: kari@fjordbok.example").contains("Fjordbok AS");
		assertThat(emails("fjordbok")).hasSize(1);
		assertThat(emails("nordcykel")).isEmpty();
		assertThat(activities("nordcykel")).isEmpty();
	}

	@Test
	void letsOnlyClientsWithTheScopeRead() {
		assertThat(status("/api/activities", null)).isEqualTo(401);
		assertThat(status("/api/emails", this.tokens.contact("nordcykel", this.contact))).isEqualTo(403);
		assertThat(status("/api/emails", this.tokens.client("nordcykel", "crm", "contacts.read"))).isEqualTo(403);
		assertThat(status("/api/activities", this.tokens.client("nordcykel", "crm", "activities.read"))).isEqualTo(200);
	}

	@Test
	void storesNeitherAddressNorNameWithAMail() {
		publish("nordcykel", KARIN);
		update("nordcykel", "phone");
		sent(1);
		try (MongoClient client = MongoClients.create(mongoUri())) {
			List<String> stored = new ArrayList<>();
			client.getDatabase(mongoUri().replaceAll(".*/([^?]+).*", "$1"))
				.getCollection("emails")
				.find()
				.map(Document::toJson)
				.into(stored);
			assertThat(stored).isNotEmpty()
				.allSatisfy((document) -> assertThat(document).doesNotContain("@", "Lindqvist", "Anna"));
		}
	}

	private ConfigurableApplicationContext anotherInstance() {
		Map<String, Object> settings = new LinkedHashMap<>(settings());
		settings.put("spring.mongodb.uri", mongoUri());
		settings.put("spring.kafka.bootstrap-servers",
				this.environment.getProperty("spring.kafka.bootstrap-servers", ""));
		settings.put("server.port", "0");
		return new SpringApplicationBuilder(NotificationServiceApplication.class).run(settings.entrySet()
			.stream()
			.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue())
			.toArray(String[]::new));
	}

	private String mongoUri() {
		return this.environment.getProperty("spring.mongodb.uri", "");
	}

	/// Story: the code goes to the new address, the notice to the old one, each once, and
	/// what is over is not mailed. Red when the change's id is not what tells mails
	/// apart.
	@Test
	void mailsAContactItsCodeAndTellsTheOldAddress() {
		String fresh = this.contact + "@ny.example";
		contactService.mails(this.contact, "change-1", "code", "{\"address\":\"" + fresh
				+ "\",\"code\":\"048151\",\"expires\":\"2026-11-20T22:40:00Z\",\"language\":\"fi\"}");
		contactService.mails(this.contact, "change-1", "notice", "{\"address\":\"" + this.contact
				+ "@gammal.example\",\"at\":\"2026-11-20T22:40:00Z\",\"language\":\"\"}");
		String requested = UUID.randomUUID().toString();
		for (int i = 0; i < 2; i++) {
			send(requested, ContactEmailChangeRequested.TYPE, new ContactEmailChangeRequested(this.contact, "change-1",
					Instant.now(), Instant.now(), Origin.page(this.page, 1, "link")));
		}
		send(UUID.randomUUID().toString(), ContactEmailChanged.TYPE,
				new ContactEmailChanged(this.contact, "change-1", Instant.now(), Origin.page(this.page, 1, "link")));
		send(UUID.randomUUID().toString(), ContactEmailChangeRequested.TYPE, new ContactEmailChangeRequested(
				this.contact, "change-over", Instant.now(), Instant.now(), Origin.page(this.page, 1, "link")));
		assertThat(sent(2)).extracting((event) -> this.json.readValue(event.body(), EmailSent.class).kind())
			.containsExactlyInAnyOrder("email-code", "email-changed");
		assertThat(this.json.readValue(mine(EmailFailed.TYPE, 1).getFirst().body(), EmailFailed.class).reason())
			.isEqualTo("no-longer-wanted");
		List<String> mails = mailServer.accepted()
			.stream()
			.map(NotificationIT::readable)
			.filter((mail) -> mail.contains("To: " + this.contact))
			.toList();
		assertThat(mails).hasSize(2)
			.anySatisfy((mail) -> assertThat(mail).contains("To: " + fresh, "048 151", "Vahvista"))
			.anySatisfy((mail) -> assertThat(mail).contains("@gammal.example", "Var det inte du?"));
	}

	private void send(String id, String type, Object event) {
		this.events.send(Topics.CONTACTS, "nordcykel:" + this.contact,
				this.events.headers(id, type, "nordcykel", this.contact), this.json.writeValueAsString(event));
	}

	private void publish(String tenant, String... recipients) {
		publish(tenant, 1, recipients);
	}

	private void publish(String tenant, int version, String... recipients) {
		LandingPagePublished published = new LandingPagePublished(this.page, version, "Own data", "default",
				new LandingPagePublished.Rules(new LandingPagePublished.LinkLifetime("never", null, null), "continue",
						new LandingPagePublished.Notification(List.of(recipients)),
						new LandingPagePublished.ActivityRule("call", "Ring", "karin", 7), true, List.of("sv")),
				Map.of("sv", "Redigera egna data"),
				List.of(new LandingPagePublished.PageField("phone", Map.of("sv", "Telefon")),
						new LandingPagePublished.PageField("email", Map.of("sv", "E-post"))));
		this.events.send(Topics.LANDING_PAGES, LandingPagePublished.TYPE, tenant, this.page,
				this.json.writeValueAsString(published));
	}

	private String update(String tenant, String... fields) {
		return update(tenant, UUID.randomUUID().toString(), List.of(fields));
	}

	private String update(String tenant, String id, List<String> fields) {
		return send(tenant, id, this.contact, Origin.page(this.page, 1, "link"), fields);
	}

	private void updateOf(String tenant, String contact) {
		send(tenant, UUID.randomUUID().toString(), contact, Origin.page(this.page, 1, "link"), List.of("phone"));
	}

	private String send(String tenant, String id, String contact, Origin origin, List<String> fields) {
		ContactDataUpdated updated = new ContactDataUpdated(contact, "NC-1", 2, Instant.parse("2026-11-20T12:00:00Z"),
				origin, fields, "key", "sealed", null);
		this.events.send(Topics.CONTACTS, tenant + ":" + contact,
				this.events.headers(id, ContactDataUpdated.TYPE, tenant, contact),
				this.json.writeValueAsString(updated));
		return id;
	}

	private List<Received> sent(int count) {
		return mine(EmailSent.TYPE, count);
	}

	private List<Received> mine(String type, int count) {
		return this.recording.await(count, (event) -> event.type().equals(type) && event.body().contains(this.contact));
	}

	/// The mails about this test's page, so many and for a while no more.
	private List<String> mails(int expected) {
		return Awaitility.await()
			.during(Duration.ofMillis(400))
			.atMost(Duration.ofSeconds(10))
			.until(() -> mailServer.accepted()
				.stream()
				.map(NotificationIT::readable)
				.filter((mail) -> mail.contains(this.page))
				.toList(), (mails) -> mails.size() == expected);
	}

	private static String readable(String mail) {
		try {
			MimeMessage message = new MimeMessage(Session.getInstance(new Properties()),
					new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
			return "To: " + message.getAllRecipients()[0] + "\nSubject: " + message.getSubject() + "\n"
					+ ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
		}
		catch (IOException | MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private List<Map<String, Object>> emails(String tenant) {
		return list("/api/emails", "emails", tenant);
	}

	private List<Map<String, Object>> activities(String tenant) {
		return list("/api/activities", "activities", tenant);
	}

	@SuppressWarnings("unchecked")
	private List<Map<String, Object>> list(String path, String name, String tenant) {
		Map<String, Object> answer = this.json.readValue(client().get()
			.uri(path + "?contact={contact}", this.contact)
			.header("Authorization", "Bearer " + this.tokens.client(tenant, "crm", "activities.read"))
			.retrieve()
			.body(String.class), Map.class);
		return (List<Map<String, Object>>) Objects.requireNonNull(answer.get(name));
	}

	@Test
	void usersSeeWhatThereIsToDoAndWhatBecameOfTheMails() {
		publish("nordcykel", KARIN);
		mailServer.becomes(OddMailServer.Mood.REFUSES_RECIPIENT);
		update("nordcykel", "phone");
		mine(EmailFailed.TYPE, 1);
		mine(ActivityCreated.TYPE, 1);
		org.jsoup.nodes.Document activities = screen("/admin/activities?contact=" + this.contact, 10);
		assertThat(activities.select("tbody tr").eachText()).singleElement().asString().contains("Karin ");
		String detail = activities.select(".row-link").attr("href");
		assertThat(screen(detail, 10).select(".facts a").eachAttr("href")).contains("/admin/contacts/" + this.contact,
				"/admin/pages/" + this.page, "/admin/audit?contact=" + this.contact);
		org.jsoup.nodes.Document emails = screen("/admin/emails?status=failed&contact=" + this.contact, 10);
		assertThat(emails.select("tbody tr").eachText()).singleElement()
			.asString()
			.contains("Failed", "The recipient’s address was refused")
			.doesNotContain(KARIN);
		assertThat(screen(emails.select(".row-link").attr("href"), 10).select(".notice").text())
			.contains("It was given up");
		assertThat(screen("/admin/emails?status=sent&contact=" + this.contact, 10).select(".row-link")).isEmpty();
	}

	/// Red without `@RequiredLevel`, and with a document read without its tenant.
	@Test
	void screensAskForALevelAndShowATenantItsOwn() {
		publish("nordcykel", KARIN);
		update("nordcykel", "phone");
		mine(ActivityCreated.TYPE, 1);
		String detail = screen("/admin/activities?contact=" + this.contact, 10).select(".row-link").attr("href");
		for (String path : List.of("/admin/activities", "/admin/emails", detail)) {
			assertThat(status(path, this.tokens.user("nordcykel", "kim", 9))).as(path).isEqualTo(403);
		}
		assertThat(status(detail, this.tokens.user("fjordbok", "kim", 99))).isEqualTo(404);
		assertThat(status("/api/activities", this.tokens.user("nordcykel", "kim", 10))).isEqualTo(200);
	}

	/// A rule's activity, from the list to done; who may not is refused. Red without
	/// [Permissions].
	@Test
	void usersPlanCommentAndDoWhatThereIsToDo() {
		publish("nordcykel", KARIN);
		update("nordcykel", "phone");
		mine(ActivityCreated.TYPE, 1);
		String detail = screen("/admin/activities?state=open&contact=" + this.contact, 10).select(".row-link")
			.attr("href");
		for (String act : List.of("/done", "/reopen", "/comment", "")) {
			assertThat(post(detail + act, "somebody", 49, "text=x&version=1&assignee=a&due=2026-11-27").status())
				.as(act)
				.isEqualTo(403);
		}
		assertThat(post(detail, "kim", 50, "version=1&assignee=karin@nordcykel.example&due=2030-01-02").status())
			.isEqualTo(303);
		assertThat(post(detail, "kim", 50, "version=1&assignee=kim@nordcykel.example&due=2030-01-03").body())
			.contains("Somebody else has planned this activity anew");
		assertThat(post(detail + "/comment", "karin", 10, "text=Ringde+Bo,+inget+svar+%3Cscript%3Ealert(1)").status())
			.as("it is for her")
			.isEqualTo(303);
		assertThat(post(detail + "/comment", "karin", 10, "text=+").status()).isEqualTo(422);
		assertThat(post(detail + "/done", "karin", 10, "").status()).isEqualTo(303);
		assertThat(post(detail + "/done", "kim", 50, "").status()).isEqualTo(303);

		String shown = screen(detail, 10).html();
		assertThat(shown).contains("Karin ", "Ringde Bo, inget svar &lt;script&gt;").doesNotContain("<script>alert");
		assertThat(screen("/admin/activities?state=open&contact=" + this.contact, 10).select(".row-link")).isEmpty();
		assertThat(screen("/admin/activities?state=done&assignee=karin@nordcykel.example&contact=" + this.contact, 10)
			.select(".row-link")).hasSize(1);
		mine("activity.changed.v1", 2);
		assertThat(mine("activity.completed.v1", 1)).singleElement().satisfies((event) -> {
			assertThat(event.headers()).containsEntry("ce_actor", "user:karin");
			assertThat(event.body()).doesNotContain("Ringde");
		});
		assertThat(stored()).noneMatch((document) -> document.contains("Ringde"));
	}

	@Test
	void programsWriteDownActivitiesOfTheirOwn() {
		String writer = this.tokens.client("nordcykel", "crm", "activities.read", "activities.write");
		String contact = "k3v5q7w2m4n6p7r2t4x6z2b4c6";
		String wanted = "{\"contact\":\"%s\",\"type\":\"call\",\"subject\":\"Ring Anna Svensson\",\"assignee\":\"karin@nordcykel.example\",\"due\":\"2030-01-02\"}"
			.formatted(contact);
		Sent made = json("POST", "/api/activities", writer, wanted, null);
		assertThat(made.status()).isEqualTo(201);
		assertThat(made.body()).contains("Ring Anna Svensson", "\"state\":\"open\"").doesNotContain("\"page\"");
		String id = String.valueOf(this.json.readValue(made.body(), Map.class).get("id"));
		String one = "/api/activities/" + id;
		assertThat(json("PUT", one, writer, "{\"assignee\":\"kim@nordcykel.example\",\"due\":\"2030-01-05\"}", "\"1\"")
			.status()).isEqualTo(200);
		assertThat(json("PUT", one, writer, "{\"assignee\":\"x\",\"due\":\"2030-01-06\"}", "\"1\"").status())
			.isEqualTo(412);
		assertThat(json("POST", one + "/comments", writer, "{\"text\":\"Klart\"}", null).body()).contains("Klart");
		assertThat(json("POST", one + "/completion", writer, "", null).body()).contains("\"doneBy\":\"client:crm\"");
		assertThat(json("DELETE", one + "/completion", writer, "", null).body()).contains("\"state\":\"open\"");
		assertThat(json("POST", "/api/activities", writer, "{\"contact\":\"x\",\"due\":\"soon\"}", null).status())
			.isEqualTo(422);
		String reader = this.tokens.client("nordcykel", "crm", "activities.read");
		assertThat(json("POST", "/api/activities", reader, wanted, null).status()).isEqualTo(403);
		assertThat(json("POST", one + "/completion", reader, "", null).status()).isEqualTo(403);
		assertThat(
				json("POST", one + "/completion", this.tokens.client("fjordbok", "crm", "activities.write"), "", null)
					.status())
			.isEqualTo(404);
		assertThat(this.recording.ofType(ActivityCreated.TYPE)).noneMatch((event) -> event.body().contains("Svensson"));
		assertThat(stored()).noneMatch((document) -> document.contains("Svensson"));
	}

	/// Red when the day is not remembered, or the mail's id doesn't follow from it.
	@Test
	void whoWantsItIsToldOnceADayWhatIsDueAndNobodyElse() {
		Tenant tenant = this.tenants.get(new TenantId("nordcykel"));
		String writer = this.tokens.client("nordcykel", "crm", "activities.write");
		json("POST", "/api/activities", writer,
				"{\"contact\":\"k3v5q7w2m4n6p7r2t4x6z2b4c6\",\"type\":\"call\",\"subject\":\"Fakturan <b>till</b> Bo\",\"assignee\":\"karin@nordcykel.example\",\"due\":\"2020-01-02\"}",
				null);
		assertThat(post("/admin/activities/digest", "karin", 10, "on=true").status()).isEqualTo(303);
		assertThat(post("/admin/activities/digest", "somebody", 10, "on=true").status()).isEqualTo(303);
		Instant morning = LocalDate.now(tenant.timeZone()).atTime(7, 1).atZone(tenant.timeZone()).toInstant();
		this.digests.look(tenant, morning.minusSeconds(600));
		this.digests.look(tenant, morning);
		this.digests.look(tenant, morning);
		this.digests.look(tenant, morning.plusSeconds(600));

		Awaitility.await().untilAsserted(() -> assertThat(digestsTo(KARIN)).hasSize(1));
		assertThat(digestsTo(KARIN).getFirst()).contains("Fakturan", "overdue since").doesNotContain("k3v5q7w2m4n6p7");
		assertThat(screen("/admin/emails", 10).text()).contains("The day’s activities");
		post("/admin/activities/digest", "karin", 10, "");
		this.digests.look(tenant, morning.plusSeconds(86_400));
		assertThat(digestsTo(KARIN)).hasSize(1);
	}

	private List<String> digestsTo(String address) {
		return mailServer.accepted()
			.stream()
			.map(NotificationIT::readable)
			.filter((mail) -> mail.contains("To: " + address) && mail.contains("Open my activities"))
			.toList();
	}

	private List<String> stored() {
		String uri = this.environment.getRequiredProperty("spring.mongodb.uri");
		try (MongoClient client = MongoClients.create(uri)) {
			List<String> all = new ArrayList<>();
			var database = client.getDatabase(new ConnectionString(uri).getDatabase());
			database.listCollectionNames()
				.forEach((name) -> database.getCollection(name)
					.find()
					.forEach((document) -> all.add(document.toString())));
			return all;
		}
	}

	/// Follows no redirect.
	private Sent post(String path, String user, int level, String form) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", user, level))
			.header("Accept", "text/html")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form))
			.build();
		try {
			HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
			return new Sent(response.statusCode(), response.body());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Sent json(String method, String path, String token, String body, @Nullable String ifMatch) {
		RestClient.RequestBodySpec request = client().method(HttpMethod.valueOf(method))
			.uri(path)
			.header("Authorization", "Bearer " + token)
			.contentType(MediaType.APPLICATION_JSON);
		return send((ifMatch != null) ? request.header("If-Match", ifMatch).body(body) : request.body(body));
	}

	private static Sent send(RestClient.RequestHeadersSpec<?> request) {
		return request.exchangeForRequiredValue((sent, response) -> new Sent(response.getStatusCode().value(),
				new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
	}

	private record Sent(int status, String body) {
	}

	private org.jsoup.nodes.Document screen(String path, int level) {
		String html = client().get()
			.uri(path)
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "kim", level))
			.header("Accept", "text/html")
			.retrieve()
			.requiredBody(String.class);
		return Jsoup.parse(html);
	}

	private int status(String path, @Nullable String token) {
		RestClient.RequestHeadersSpec<?> request = client().get().uri(path);
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		return request.exchangeForRequiredValue((sent, response) -> response.getStatusCode().value());
	}

	private RestClient client() {
		return RestClient.create("http://localhost:" + this.port);
	}

}
