package dev.insyn.notification.mailing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

import dev.insyn.events.LandingPagePublished;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
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

/// The service with a mail server with moods and neighbours that are played, and what a story about mailings tells, looks at and
/// asks. All stories run in one service.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "logging.level.kafka=warn", "logging.level.state.change.logger=warn",
				"logging.level.de.bwaldvogel=error", "logging.level.org.apache.kafka=error" })
@Import({ InfrastructureForTests.class, TestTokens.class })
abstract class MailingStory {

	static final OddMailServer mailServer = new OddMailServer();

	static final Neighbours neighbours = Neighbours.get();

	@Autowired
	Events events;

	@Autowired
	JsonMapper json;

	@Autowired
	TestTokens tokens;

	@LocalServerPort
	int port;

	/// Every test has contacts and a page of its own, as topics and database are shared.
	final String test = UUID.randomUUID().toString().substring(0, 8);

	final String page = "P" + (100_000 + Math.abs(this.test.hashCode() % 800_000));

	Recording recording;

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

	// Telling

	String id(String name) {
		return name + "-" + this.test;
	}

	void know(String name, Map<String, String> facts) {
		Map<String, String> all = new java.util.HashMap<>(facts);
		all.putIfAbsent("email", this.test + "." + name + "@kund.example");
		neighbours.know(id(name), all);
	}

	String template(String kind, String subject, String body) {
		return post("/api/templates",
				this.json.writeValueAsString(Map.of("name", "Mall " + this.test, "kind", kind, "words",
						Map.of("sv", Map.of("subject", subject, "preheader", "", "body", body)))))
			.get("id")
			.stringValue();
	}

	String send(String kind, String... names) {
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

	String segmentMailing(List<String> names) {
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

	String create(String template, String... names) {
		return post("/api/mailings",
				this.json.writeValueAsString(
						Map.of("template", template, "contacts", List.of(names).stream().map(this::id).toList())))
			.get("id")
			.stringValue();
	}

	JsonNode awaitOutlook(String mailing) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> get("/api/mailings/" + mailing).path("outlook"), (outlook) -> outlook.hasNonNull("complete"));
	}

	JsonNode over(String mailing) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> get("/api/mailings/" + mailing), (answer) -> answer.get("status").stringValue().equals("sent")
					&& answer.get("results").get("waiting").asInt() == 0);
	}

	int sent(String mailing) {
		return get("/api/mailings/" + mailing).get("results").get("sent").asInt();
	}

	List<JsonNode> recipients(String mailing, String state) {
		List<JsonNode> found = new ArrayList<>();
		get("/api/mailings/" + mailing + "/recipients?limit=200&state=" + state).get("recipients").forEach(found::add);
		return found;
	}

	void publish() {
		LandingPagePublished.Rules rules = new LandingPagePublished.Rules(
				new LandingPagePublished.LinkLifetime("never", null, null), "continue", null, null, false,
				List.of("sv"));
		tell(Topics.LANDING_PAGES, LandingPagePublished.TYPE, this.page, new LandingPagePublished(this.page, 1, "Sida",
				"standard", rules, Map.of("sv", "Redigera egna data"), List.of()));
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> screen("/admin/templates/" + template("service", "Hej", "Hej")).html().contains(this.page));
	}

	void tell(String topic, String type, String subject, Object body) {
		this.events.send(topic, "nordcykel:" + subject,
				this.events.headers(UUID.randomUUID().toString(), type, "nordcykel", subject),
				this.json.writeValueAsString(body));
	}

	List<String> told(String type, int count) {
		return this.recording
			.await(count,
					(event) -> event.type().equals(type)
							&& (event.body().contains(this.test) || type.startsWith("mailing.")))
			.stream()
			.map((event) -> event.body())
			.toList();
	}

	// Looking

	List<String> mailsTo(String name) {
		return mailServer.accepted()
			.stream()
			.filter((mail) -> mail.contains("To: " + this.test + "." + name + "@kund.example"))
			.toList();
	}

	MimeMessage message(String name) throws MessagingException {
		String mail = Awaitility.await().until(() -> mailsTo(name), (mails) -> !mails.isEmpty()).getLast();
		return new MimeMessage(Session.getInstance(new Properties()),
				new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
	}

	String mailTo(String name) {
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

	JsonNode get(String path) {
		return this.json.readTree(client().get()
			.uri(path)
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "karin", 50))
			.retrieve()
			.requiredBody(String.class));
	}

	JsonNode post(String path, String body) {
		return this.json.readTree(client().post()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "karin", 50))
			.body(body)
			.retrieve()
			.requiredBody(String.class));
	}

	String entityTag(String template) {
		return String.valueOf(client().get()
			.uri("/api/templates/" + template)
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "karin", 50))
			.retrieve()
			.toBodilessEntity()
			.getHeaders()
			.getETag());
	}

	int put(String template, String body, @Nullable String seen) {
		RestClient.RequestBodySpec request = client().put()
			.uri("/api/templates/" + template)
			.contentType(MediaType.APPLICATION_JSON)
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "karin", 50));
		if (seen != null) {
			request.header("If-Match", seen);
		}
		return request.body(body).exchangeForRequiredValue((sent, response) -> response.getStatusCode().value());
	}

	org.jsoup.nodes.Document screen(String path) {
		return Jsoup.parse(client().get()
			.uri(path)
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "karin", 50))
			.header("Accept", "text/html")
			.retrieve()
			.requiredBody(String.class));
	}

	int status(HttpMethod method, String path, int level, @Nullable String body) {
		return exchange(method, path, this.tokens.user("nordcykel", "kim", level), body);
	}

	int exchange(HttpMethod method, String path, @Nullable String token, @Nullable String body) {
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
	int anonymous(HttpMethod method, String path, @Nullable String form) {
		RestClient.RequestBodySpec request = client().method(method).uri(path);
		if (form != null) {
			MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
			fields.add(form.split("=")[0], form.contains("=") ? form.split("=")[1] : "");
			request.contentType(MediaType.APPLICATION_FORM_URLENCODED).body(fields);
		}
		return request.exchangeForRequiredValue((sent, response) -> response.getStatusCode().value());
	}

	RestClient client() {
		return RestClient.create("http://localhost:" + this.port);
	}

}
