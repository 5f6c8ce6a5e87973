package dev.insyn.notification.mailing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.insyn.events.ContactDataUpdated;
import dev.insyn.events.EmailFailed;
import dev.insyn.events.EmailSent;
import dev.insyn.events.LandingPageArchived;
import dev.insyn.events.LandingPagePublished;
import dev.insyn.events.LinkOpened;
import dev.insyn.events.MailingFinished;
import dev.insyn.events.MailingStarted;
import dev.insyn.events.Origin;
import dev.insyn.events.Topics;
import dev.insyn.notification.OddMailServer;
import dev.insyn.testing.Events;
import dev.insyn.testing.InfrastructureForTests;
import dev.insyn.testing.Recording;
import dev.insyn.testing.TestTokens;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/// A mailing from its template to who answered, with a real broker, a real database protocol, and a mail server with moods.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "logging.level.kafka=warn", "logging.level.state.change.logger=warn",
				"logging.level.de.bwaldvogel=error", "logging.level.org.apache.kafka=error" })
@Import({ InfrastructureForTests.class, TestTokens.class })
@ExtendWith(OutputCaptureExtension.class)
class MailingIT {

	private static final OddMailServer mailServer = new OddMailServer();

	private static final Neighbours neighbours = Neighbours.get();

	@Autowired
	private Events events;

	@Autowired
	private JsonMapper json;

	@Autowired
	private TestTokens tokens;

	@LocalServerPort
	private int port;

	/// Every test has contacts and a page of its own, as topics and database are shared.
	private final String test = UUID.randomUUID().toString().substring(0, 8);

	private final String page = "P" + (100_000 + Math.abs(this.test.hashCode() % 800_000));

	private Recording recording;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		Map.ofEntries(Map.entry("spring.mail.host", "127.0.0.1"), Map.entry("spring.mail.port", mailServer.port()),
				Map.entry("insyn.services.contact", neighbours.contactService()),
				Map.entry("insyn.security.client-secret", "secret"),
				Map.entry("insyn.security.master-key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
				Map.entry("insyn.notification.poll", "100ms"), Map.entry("insyn.notification.first-retry", "100ms"),
				Map.entry("insyn.notification.mailings.poll", "100ms"),
				Map.entry("insyn.notification.mailings.longest-retry", "300ms"),
				Map.entry("insyn.tenants[0].id", "nordcykel"), Map.entry("insyn.tenants[0].name", "Nordcykel AB"),
				Map.entry("insyn.tenants[0].languages", "sv,en"),
				Map.entry("insyn.tenants[0].contact-email", "kundservice@nordcykel.example"),
				Map.entry("insyn.tenants[1].id", "fjordbok"), Map.entry("insyn.tenants[1].name", "Fjordbok AS"),
				Map.entry("insyn.tenants[1].languages", "nb"))
			.forEach((name, value) -> registry.add(name, () -> value));
	}

	@BeforeEach
	void listen() {
		publish();
		this.recording = this.events.record(Topics.NOTIFICATIONS);
	}

	@AfterEach
	void everythingIsWellAgain() {
		mailServer.becomes(OddMailServer.Mood.ACCEPTS);
		mailServer.thinks(Duration.ZERO);
		neighbours.areAway(false);
		neighbours.close(false);
		this.recording.close();
	}

	@Test
	void sendsEachContactItsOwnLinkInItsOwnLanguage() {
		know("anna", Map.of("first-name", "Anna", "language", "sv"));
		know("john", Map.of("first-name", "John", "language", "en"));
		know("nameless", Map.of("language", "de"));
		String mailing = send("service", "anna", "john", "nameless");
		assertThat(over(mailing).get("results").get("sent").asInt()).isEqualTo(3);
		assertThat(mailTo("anna")).contains("Subject: Hej Anna", "Hej Anna!", "/l/" + id("anna") + "-" + this.page,
				"Karin Åberg hos Nordcykel AB", "kundservice@nordcykel.example");
		assertThat(mailTo("john")).contains("Subject: Hi John", "Edit data:\n", "/l/" + id("john") + "-" + this.page);
		assertThat(mailTo("nameless")).as("the tenant's first language, and the fallback").contains("Subject: Hej du");
		assertThat(neighbours.issued()).contains(this.page + " " + id("anna") + " " + mailing);
		assertThat(told(EmailSent.TYPE, 3)).allMatch((body) -> body.contains("\"mailing\":\"" + mailing));
		assertThat(told(MailingStarted.TYPE, 1)).singleElement().asString().contains(this.page, "\"contacts\"");
		assertThat(told(MailingFinished.TYPE, 1)).singleElement().asString().contains("\"sent\":3");
	}

	/// Red when refusals are not looked at again when it is the contact's turn.
	@Test
	void leavesOutWhoMayNotOrCantGetItAndSaysWhy() {
		know("anna", Map.of("first-name", "Anna"));
		know("objected", Map.of("refused", "objected"));
		know("restricted", Map.of("refused", "restricted"));
		know("homeless", Map.of("refused", "no-address"));
		String template = template("marketing", "Hej {{contact.first-name}}", "Ring {{contact.phone}}?");
		know("silent", Map.of("phone", "070"));
		String mailing = create(template, "anna", "objected", "restricted", "homeless", "silent", "gone");
		JsonNode outlook = awaitOutlook(mailing);
		assertThat(outlook.get("gets").asInt()).as("neither Anna's phone nor the silent one's name are known").isZero();
		assertThat(outlook.get("leftOut").get("no-value").get("details").toString()).contains("contact.phone",
				"contact.first-name");
		know("anna", Map.of("first-name", "Anna", "phone", "070-123 45 67"));
		post("/api/mailings/" + mailing + "/send", "{}");
		JsonNode results = over(mailing).get("results");
		assertThat(results.get("sent").asInt()).isEqualTo(1);
		assertThat(results.get("leftOut").asInt()).isEqualTo(5);
		assertThat(recipients(mailing, "left-out")).extracting((one) -> one.get("reason").stringValue())
			.containsExactlyInAnyOrder("objected", "restricted", "no-address", "no-value", "gone");
	}

	@Test
	void saysHowToStopMarketingAndNothingOfItInServiceMail() throws Exception {
		know("anna", Map.of("first-name", "Anna"));
		over(send("service", "anna"));
		assertThat(message("anna").getHeader("List-Unsubscribe")).isNull();
		assertThat(mailTo("anna")).doesNotContain("/unsubscribe/");
		know("bo", Map.of("first-name", "Bo"));
		over(send("marketing", "bo"));
		assertThat(message("bo").getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
		String address = message("bo").getHeader("List-Unsubscribe")[0];
		assertThat(address).matches("<http://localhost:8080/unsubscribe/[A-Za-z0-9_-]{80,300}>");
		String path = address.substring("<http://localhost:8080".length(), address.length() - 1);
		assertThat(mailTo("bo")).contains(path);

		assertThat(anonymous(HttpMethod.GET, path, null)).isEqualTo(200);
		assertThat(neighbours.objections()).as("looking changes nothing").doesNotContain(id("bo"));
		assertThat(anonymous(HttpMethod.POST, path, "List-Unsubscribe=One-Click")).isEqualTo(200);
		assertThat(neighbours.objections()).contains(id("bo"));
		assertThat(anonymous(HttpMethod.POST, path.substring(0, path.length() - 2) + "AA", "x")).isEqualTo(404);
		assertThat(over(send("marketing", "bo")).get("results").get("leftOut").asInt()).isEqualTo(1);
	}

	/// Red when an objection is only passed on.
	@Test
	void losesNoObjectionWhileContactServiceIsAway() throws Exception {
		know("bo", Map.of("first-name", "Bo"));
		over(send("marketing", "bo"));
		String address = message("bo").getHeader("List-Unsubscribe")[0];
		String path = address.substring("<http://localhost:8080".length(), address.length() - 1);
		neighbours.areAway(true);
		assertThat(anonymous(HttpMethod.POST, path, "List-Unsubscribe=One-Click")).isEqualTo(200);
		neighbours.areAway(false);
		Awaitility.await().untilAsserted(() -> assertThat(neighbours.objections()).contains(id("bo")));
	}

	/// Red when a dropped connection is tried again, or when what the server says is kept
	/// as it is.
	@Test
	void triesAgainOnlyWhatTheServerCertainlyDidNotTake(CapturedOutput log) {
		know("anna", Map.of("first-name", "Anna"));
		know("refused", Map.of("first-name", "Rut"));
		know("dropped", Map.of("first-name", "Disa"));
		know("deferred", Map.of("first-name", "Dag"));
		String mailing = send("service", "anna", "refused", "dropped", "deferred");
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(recipients(mailing, "waiting")).singleElement()
				.satisfies((one) -> assertThat(one.get("attempts").asInt()).isGreaterThan(1)));
		know("deferred", Map.of("first-name", "Dag", "email", "dag-" + this.test + "@kund.example"));
		JsonNode results = over(mailing).get("results");
		assertThat(results.get("sent").asInt()).isEqualTo(2);
		assertThat(recipients(mailing, "failed")).hasSize(2).anySatisfy((one) -> {
			assertThat(one.get("reason").stringValue()).isEqualTo("recipient-refused");
			assertThat(one.get("words").stringValue())
				.contains("550 5.1.1", "Recipient address rejected: no mailbox of that name here")
				.doesNotContain("@", this.test);
		}).anySatisfy((one) -> assertThat(one.get("reason").stringValue()).isEqualTo("outcome-unknown"));
		assertThat(told(EmailFailed.TYPE, 2)).hasSize(2);
		assertThat(log).doesNotContain("kund.example").doesNotContain("Rut");
	}

	@Test
	void showsWhoAnsweredAndRemindsTheOthers() {
		know("anna", Map.of("first-name", "Anna"));
		know("bo", Map.of("first-name", "Bo"));
		know("cia", Map.of("first-name", "Cia"));
		String mailing = send("service", "anna", "bo", "cia");
		over(mailing);
		tell(Topics.LINKS, LinkOpened.TYPE, "bo",
				new LinkOpened("l", id("bo"), this.page, Instant.now(), "s", mailing));
		tell(Topics.CONTACTS, ContactDataUpdated.TYPE, "anna", new ContactDataUpdated(id("anna"), null, 2,
				Instant.now(), Origin.page(this.page, 1, "l"), List.of("phone"), "key", "sealed", null));
		Awaitility.await().untilAsserted(() -> {
			assertThat(recipients(mailing, "updated")).extracting((one) -> one.get("contact").stringValue())
				.containsExactly(id("anna"));
			assertThat(recipients(mailing, "opened")).hasSize(1);
			assertThat(recipients(mailing, "none")).hasSize(1);
		});
		String reminder = post("/api/mailings",
				this.json
					.writeValueAsString(Map.of("template", template("service", "Igen", "Hej"), "unanswered", mailing)))
			.get("id")
			.stringValue();
		awaitOutlook(reminder);
		tell(Topics.CONTACTS, ContactDataUpdated.TYPE, "bo", new ContactDataUpdated(id("bo"), null, 2, Instant.now(),
				Origin.page(this.page, 1, "l"), List.of("phone"), "key", "sealed", null));
		Awaitility.await().untilAsserted(() -> assertThat(recipients(mailing, "updated")).hasSize(2));
		post("/api/mailings/" + reminder + "/send", "{}");
		assertThat(over(reminder).get("results").get("sent").asInt()).as("Bo answered in between").isEqualTo(1);
		assertThat(recipients(reminder, "")).extracting((one) -> one.get("contact").stringValue())
			.containsExactly(id("cia"));
	}

	/// Red when the run does not look whether somebody halted it.
	@Test
	void pausesGoesOnAndEndsWhenItIsTold() {
		List<String> names = IntStream.range(0, 240).mapToObj((number) -> "many" + number).toList();
		names.forEach((name) -> know(name, Map.of("first-name", name)));
		mailServer.thinks(Duration.ofMillis(60));
		String mailing = segmentMailing(names);
		Awaitility.await().until(() -> sent(mailing) > 0);
		post("/api/mailings/" + mailing + "/pause", "");
		int paused = Awaitility.await()
			.during(Duration.ofMillis(600))
			.atMost(Duration.ofSeconds(20))
			.until(() -> sent(mailing), (count) -> count == sent(mailing));
		assertThat(paused).isBetween(1, 239);
		post("/api/mailings/" + mailing + "/resume", "");
		Awaitility.await().until(() -> sent(mailing) > paused);
		post("/api/mailings/" + mailing + "/cancel", "");
		assertThat(get("/api/mailings/" + mailing).get("status").stringValue()).isEqualTo("cancelled");
		assertThat(told(MailingFinished.TYPE, 1)).singleElement().asString().contains("cancelled");
	}

	@Test
	void sendsNoneTwiceHoweverOftenAContactStandsInTheAudience() {
		know("anna", Map.of("first-name", "Anna"));
		List<String> names = new ArrayList<>(List.of("anna"));
		IntStream.range(0, 400).forEach((number) -> names.add((number % 200 == 0) ? "anna" : "nobody" + number));
		String mailing = segmentMailing(names);
		JsonNode results = over(mailing).get("results");
		assertThat(results.get("sent").asInt()).isEqualTo(1);
		assertThat(mailsTo("anna")).hasSize(1);
	}

	@Test
	void waitsForTheMailServerAndForItsNeighbours() {
		know("anna", Map.of("first-name", "Anna"));
		mailServer.leaves();
		String mailing;
		try {
			mailing = send("service", "anna");
			Awaitility.await()
				.untilAsserted(() -> assertThat(get("/api/mailings/" + mailing).path("trouble").asString(""))
					.isIn("mail-server-away", "recipients-deferred"));
			neighbours.areAway(true);
		}
		finally {
			mailServer.returns();
		}
		neighbours.areAway(false);
		assertThat(over(mailing).get("results").get("sent").asInt()).isEqualTo(1);
	}

	@Test
	void stopsItselfWhenAPageTakesNoMoreLinksAndGoesOnWhenSomebodyHasMendedIt() {
		know("anna", Map.of("first-name", "Anna"));
		neighbours.close(true);
		String mailing = send("service", "anna");
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(get("/api/mailings/" + mailing).get("status").stringValue()).isEqualTo("paused"));
		assertThat(get("/api/mailings/" + mailing).get("trouble").stringValue()).isEqualTo("page-closed");
		neighbours.close(false);
		post("/api/mailings/" + mailing + "/resume", "");
		over(mailing);
	}

	/// Red when only what the template's words say is checked.
	@Test
	void refusesATemplateThatNobodyCouldUse() {
		know("anna", Map.of("first-name", "Anna"));
		tell(Topics.LANDING_PAGES, LandingPageArchived.TYPE, this.page,
				new LandingPageArchived(this.page, 1, Instant.now()));
		String template = template("service", "Hej {{contact.shoe-size}}", "_" + this.page + "_Här_ _P999998_Nej_");
		Awaitility.await()
			.untilAsserted(() -> assertThat(get("/api/templates/" + template).get("findings").toString())
				.contains("unknown-field", "contact.shoe-size", "archived-page", "unknown-page"));
		String mailing = create(template, "anna");
		assertThat(status(HttpMethod.POST, "/api/mailings/" + mailing + "/send", 50, "{}")).isEqualTo(422);
	}

	@Test
	void twoWhoChangeATemplateDoNotOverwriteEachOther() {
		String template = template("service", "Hej", "Hej");
		String body = this.json.writeValueAsString(Map.of("name", "Andra", "kind", "service", "words", Map.of()));
		String etag = entityTag(template);
		assertThat(put(template, body, etag)).isEqualTo(200);
		assertThat(put(template, body, etag)).as("it was changed since").isEqualTo(412);
		assertThat(put(template, body, null)).isEqualTo(428);
	}

	@Test
	void screensShowItFromTheTemplateToTheAnswers() {
		know("anna", Map.of("first-name", "Anna"));
		String mailing = send("service", "anna");
		over(mailing);
		assertThat(screen("/admin/mailings").select("tbody tr").text()).contains("Sent");
		assertThat(screen("/admin/mailings/" + mailing).select(".facts").text()).contains("Sent", "Not yet");
		assertThat(screen("/admin/mailings/" + mailing + "/recipients?state=none").select("tbody tr").text())
			.contains("Anna", "Not yet");
		assertThat(screen("/admin/mailings/new").select("option").text()).contains("Segment");
		String template = get("/api/mailings/" + mailing).get("template").stringValue();
		org.jsoup.nodes.Document editor = screen("/admin/templates/" + template);
		assertThat(editor.select("optgroup").eachAttr("label").getLast()).as("the pages come last")
			.isEqualTo("Landing pages");
		assertThat(editor.select("iframe").hasAttr("sandbox")).isTrue();
		assertThat(screen("/admin/templates/" + template + "/preview?contact=" + id("anna")).text())
			.contains("Hej Anna!");
	}

	/// Red without `@RequiredLevel`, and with a document read without its tenant.
	@Test
	void asksForALevelAndShowsATenantItsOwn() {
		know("anna", Map.of("first-name", "Anna"));
		String template = template("service", "Hej", "Hej");
		String mailing = create(template, "anna");
		for (String path : List.of("/admin/mailings", "/admin/templates", "/admin/mailings/" + mailing,
				"/api/mailings/" + mailing, "/api/templates")) {
			assertThat(status(HttpMethod.GET, path, 9, null)).as(path).isEqualTo(403);
			assertThat(status(HttpMethod.GET, path, 10, null)).as(path).isEqualTo(200);
		}
		for (String path : List.of("/api/mailings/" + mailing + "/send", "/api/templates")) {
			assertThat(status(HttpMethod.POST, path, 49, "{}")).as(path).isEqualTo(403);
		}
		for (String path : List.of("/admin/mailings/" + mailing, "/api/mailings/" + mailing,
				"/admin/templates/" + template, "/admin/templates/" + template + "/preview")) {
			assertThat(exchange(HttpMethod.GET, path, this.tokens.user("fjordbok", "kari", 99), null)).as(path)
				.isEqualTo(404);
		}
	}

	// Telling

	private String id(String name) {
		return name + "-" + this.test;
	}

	private void know(String name, Map<String, String> facts) {
		Map<String, String> all = new java.util.HashMap<>(facts);
		all.putIfAbsent("email", this.test + "." + name + "@kund.example");
		neighbours.know(id(name), all);
	}

	private String template(String kind, String subject, String body) {
		return post("/api/templates",
				this.json.writeValueAsString(Map.of("name", "Mall " + this.test, "kind", kind, "words",
						Map.of("sv", Map.of("subject", subject, "preheader", "", "body", body)))))
			.get("id")
			.stringValue();
	}

	private String send(String kind, String... names) {
		String link = "\n\n_" + this.page + "_";
		String template = post("/api/templates",
				this.json.writeValueAsString(Map.of("name", "Mall " + this.test, "kind", kind, "words",
						Map.of("sv",
								Map.of("subject", "Hej {{contact.first-name | du}}", "preheader", "", "body",
										"Hej {{contact.first-name | du}}!" + link + "Ändra uppgifter_"),
								"en", Map.of("subject", "Hi {{contact.first-name | there}}", "preheader", "", "body",
										"Hi!" + link + "Edit data_")))))
			.get("id")
			.stringValue();
		String mailing = create(template, names);
		awaitOutlook(mailing);
		post("/api/mailings/" + mailing + "/send", "{}");
		return mailing;
	}

	private String segmentMailing(List<String> names) {
		neighbours.segment(this.test, names.stream().map(this::id).toList());
		String mailing = post("/api/mailings",
				this.json
					.writeValueAsString(Map.of("template", template("service", "Hej", "Hej"), "segment", this.test)))
			.get("id")
			.stringValue();
		awaitOutlook(mailing);
		post("/api/mailings/" + mailing + "/send", "{}");
		return mailing;
	}

	private String create(String template, String... names) {
		return post("/api/mailings",
				this.json.writeValueAsString(
						Map.of("template", template, "contacts", List.of(names).stream().map(this::id).toList())))
			.get("id")
			.stringValue();
	}

	private JsonNode awaitOutlook(String mailing) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> get("/api/mailings/" + mailing).path("outlook"), (outlook) -> outlook.hasNonNull("complete"));
	}

	private JsonNode over(String mailing) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> get("/api/mailings/" + mailing), (answer) -> answer.get("status").stringValue().equals("sent")
					&& answer.get("results").get("waiting").asInt() == 0);
	}

	private int sent(String mailing) {
		return get("/api/mailings/" + mailing).get("results").get("sent").asInt();
	}

	private List<JsonNode> recipients(String mailing, String state) {
		List<JsonNode> found = new ArrayList<>();
		get("/api/mailings/" + mailing + "/recipients?limit=200&state=" + state).get("recipients").forEach(found::add);
		return found;
	}

	private void publish() {
		LandingPagePublished.Rules rules = new LandingPagePublished.Rules(
				new LandingPagePublished.LinkLifetime("never", null, null), "continue", null, null, false,
				List.of("sv"));
		tell(Topics.LANDING_PAGES, LandingPagePublished.TYPE, this.page, new LandingPagePublished(this.page, 1, "Sida",
				"standard", rules, Map.of("sv", "Redigera egna data"), List.of()));
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> screen("/admin/templates/" + template("service", "Hej", "Hej")).html().contains(this.page));
	}

	private void tell(String topic, String type, String subject, Object body) {
		this.events.send(topic, "nordcykel:" + subject,
				this.events.headers(UUID.randomUUID().toString(), type, "nordcykel", subject),
				this.json.writeValueAsString(body));
	}

	private List<String> told(String type, int count) {
		return this.recording
			.await(count,
					(event) -> event.type().equals(type)
							&& (event.body().contains(this.test) || type.startsWith("mailing.")))
			.stream()
			.map((event) -> event.body())
			.toList();
	}

	// Looking

	private List<String> mailsTo(String name) {
		return mailServer.accepted()
			.stream()
			.filter((mail) -> mail.contains("To: " + this.test + "." + name + "@kund.example"))
			.toList();
	}

	private MimeMessage message(String name) throws MessagingException {
		String mail = Awaitility.await().until(() -> mailsTo(name), (mails) -> !mails.isEmpty()).getLast();
		return new MimeMessage(Session.getInstance(new Properties()),
				new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
	}

	private String mailTo(String name) {
		try {
			MimeMessage message = message(name);
			assertThat(message.getAllRecipients()).extracting((to) -> ((InternetAddress) to).getAddress()).hasSize(1);
			return "Subject: " + message.getSubject() + "\n"
					+ ((String) ((MimeMultipart) message.getContent()).getBodyPart(0).getContent()).replace("\r\n",
							"\n");
		}
		catch (IOException | MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	// Asking

	private JsonNode get(String path) {
		return this.json.readTree(client().get()
			.uri(path)
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "karin", 50))
			.retrieve()
			.requiredBody(String.class));
	}

	private JsonNode post(String path, String body) {
		return this.json.readTree(client().post()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "karin", 50))
			.body(body)
			.retrieve()
			.requiredBody(String.class));
	}

	private String entityTag(String template) {
		return String.valueOf(client().get()
			.uri("/api/templates/" + template)
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "karin", 50))
			.retrieve()
			.toBodilessEntity()
			.getHeaders()
			.getETag());
	}

	private int put(String template, String body, @Nullable String seen) {
		RestClient.RequestBodySpec request = client().put()
			.uri("/api/templates/" + template)
			.contentType(MediaType.APPLICATION_JSON)
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "karin", 50));
		if (seen != null) {
			request.header("If-Match", seen);
		}
		return request.body(body).exchangeForRequiredValue((sent, response) -> response.getStatusCode().value());
	}

	private org.jsoup.nodes.Document screen(String path) {
		return Jsoup.parse(client().get()
			.uri(path)
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "karin", 50))
			.header("Accept", "text/html")
			.retrieve()
			.requiredBody(String.class));
	}

	private int status(HttpMethod method, String path, int level, @Nullable String body) {
		return exchange(method, path, this.tokens.user("nordcykel", "kim", level), body);
	}

	private int exchange(HttpMethod method, String path, @Nullable String token, @Nullable String body) {
		RestClient.RequestBodySpec request = client().method(method).uri(path);
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).body(body);
		}
		return request.exchangeForRequiredValue((sent, response) -> response.getStatusCode().value());
	}

	/// As a mail program or a browser without any cookie.
	private int anonymous(HttpMethod method, String path, @Nullable String form) {
		RestClient.RequestBodySpec request = client().method(method).uri(path);
		if (form != null) {
			MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
			fields.add(form.split("=")[0], form.contains("=") ? form.split("=")[1] : "");
			request.contentType(MediaType.APPLICATION_FORM_URLENCODED).body(fields);
		}
		return request.exchangeForRequiredValue((sent, response) -> response.getStatusCode().value());
	}

	private RestClient client() {
		return RestClient.create("http://localhost:" + this.port);
	}

}
