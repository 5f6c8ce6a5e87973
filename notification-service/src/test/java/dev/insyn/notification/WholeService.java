package dev.insyn.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.insyn.events.EmailSent;
import dev.insyn.events.Topics;
import dev.insyn.testing.Events;
import dev.insyn.testing.InfrastructureForTests;
import dev.insyn.testing.Received;
import dev.insyn.testing.Recording;
import dev.insyn.testing.TestTokens;
import dev.insyn.testing.TokenServiceAddress;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole service with a real broker, a real database protocol, and a mail server with moods; started once for all tests
/// that extend this.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "logging.level.kafka=warn", "logging.level.state.change.logger=warn",
				"logging.level.de.bwaldvogel=error", "logging.level.org.apache.kafka=error" })
@Import({ InfrastructureForTests.class, TestTokens.class })
@ExtendWith(OutputCaptureExtension.class)
abstract class WholeService {

	static final String KARIN = "karin@nordcykel.example";

	static final String LI = "li@nordcykel.example";

	static final OddMailServer mailServer = new OddMailServer();

	static final ContactServiceForTests contactService = new ContactServiceForTests();

	@Autowired
	protected Events events;

	@Autowired
	protected JsonMapper json;

	@Autowired
	protected TestTokens tokens;

	@Autowired
	protected Environment environment;

	@LocalServerPort
	private int port;

	/// Every test has a contact and a page of its own, as topics and database are shared.
	protected final String contact = "contact-" + UUID.randomUUID();

	protected PageUses page;

	protected Recording recording;

	protected CallsForTests calls;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		settings().forEach((name, value) -> registry.add(name, () -> value));
	}

	static Map<String, Object> settings() {
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
	void listen() {
		contactService.knows(this.contact, "Anna Lindqvist");
		this.page = new PageUses(this.contact, this.events, this.json);
		this.calls = new CallsForTests(this.port, this.tokens);
		this.recording = this.events.record(Topics.NOTIFICATIONS);
	}

	@AfterEach
	void everythingIsWellAgain() {
		mailServer.becomes(OddMailServer.Mood.ACCEPTS);
		contactService.isAway(false);
		this.recording.close();
	}

	/// What was told about this test's contact.
	List<Received> told(String type, int count) {
		return this.recording.await(count, (event) -> event.type().equals(type) && event.body().contains(this.contact));
	}

	List<Received> sent(int count) {
		return told(EmailSent.TYPE, count);
	}

	/// The mails about this test's page, so many and for a while no more.
	List<String> mails(int expected) {
		return Mails.about(mailServer, this.page.number(), expected);
	}

	List<Map<String, Object>> emails(String tenant) {
		return list("/api/emails", "emails", tenant);
	}

	List<Map<String, Object>> activities(String tenant) {
		return list("/api/activities", "activities", tenant);
	}

	@SuppressWarnings("unchecked")
	private List<Map<String, Object>> list(String path, String name, String tenant) {
		String reader = this.tokens.client(tenant, "crm", "activities.read");
		String answer = this.calls.json("GET", path + "?contact=" + this.contact, reader, null, null).body();
		return (List<Map<String, Object>>) Objects.requireNonNull(this.json.readValue(answer, Map.class).get(name));
	}

	/// What rests in a collection of the service's.
	List<String> stored(String collection) {
		try (MongoClient client = MongoClients.create(mongoUri())) {
			return client.getDatabase(String.valueOf(new ConnectionString(mongoUri()).getDatabase()))
				.getCollection(collection)
				.find()
				.map(Document::toJson)
				.into(new ArrayList<>());
		}
	}

	String mongoUri() {
		return this.environment.getRequiredProperty("spring.mongodb.uri");
	}

}
