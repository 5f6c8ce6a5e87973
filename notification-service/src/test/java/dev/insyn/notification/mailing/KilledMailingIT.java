package dev.insyn.notification.mailing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.insyn.notification.NotificationServiceApplication;
import dev.insyn.notification.OddMailServer;
import dev.insyn.testing.InfrastructureForTests;
import dev.insyn.testing.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/// A process that sends a mailing is killed, five times, while the mail server is slow, refuses some and drops connections: every
/// contact gets the mail once, or is reported as failed. Red when the contact's document is written after the mail instead of
/// before, and when what may have arrived is tried again.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "logging.level.kafka=warn", "logging.level.state.change.logger=warn",
				"logging.level.de.bwaldvogel=error", "logging.level.org.apache.kafka=error" })
@Import({ InfrastructureForTests.class, TestTokens.class })
class KilledMailingIT {

	private static final int CONTACTS = 1000;

	private static final int KILLS = 5;

	private static final OddMailServer mailServer = new OddMailServer();

	private static final Neighbours neighbours = Neighbours.get();

	@Autowired
	private JsonMapper json;

	@Autowired
	private TestTokens tokens;

	@Autowired
	private Environment environment;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		settings().forEach((name, value) -> registry.add(name, () -> value));
		registry.add("insyn.notification.mailings.poll", () -> "1h");
	}

	private static Map<String, String> settings() {
		Map<String, String> settings = new HashMap<>();
		settings.put("spring.mail.host", "127.0.0.1");
		settings.put("spring.mail.port", String.valueOf(mailServer.port()));
		settings.put("insyn.services.contact", neighbours.contactService());
		settings.put("insyn.security.client-secret", "secret");
		settings.put("insyn.security.master-key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
		settings.put("insyn.notification.first-retry", "100ms");
		settings.put("insyn.notification.mailings.longest-retry", "200ms");
		settings.put("insyn.notification.mailings.lease", "2s");
		settings.put("insyn.tenants[0].id", "nordcykel");
		settings.put("insyn.tenants[0].name", "Nordcykel AB");
		settings.put("insyn.tenants[0].languages", "sv");
		return settings;
	}

	@Test
	void sendsEachContactItsMailOnceOrReportsIt() throws Exception {
		List<String> contacts = IntStream.range(0, CONTACTS).mapToObj((number) -> "killed" + number).toList();
		for (String contact : contacts) {
			int number = Integer.parseInt(contact.substring("killed".length()));
			String mood = (number % 50 == 7) ? "-refused" : (number % 97 == 5) ? "-dropped" : "";
			neighbours.know(contact, Map.of("email", contact + mood + "@kund.example"));
		}
		neighbours.segment("killed", contacts);
		mailServer.thinks(Duration.ofMillis(8));
		String mailing = prepare();
		for (int kill = 1; kill <= KILLS; kill++) {
			Process sender = another();
			try {
				int enough = mailServer.accepted().size() + 60;
				Awaitility.await()
					.atMost(Duration.ofSeconds(60))
					.until(() -> mailServer.accepted().size() >= enough || isOver(mailing));
			}
			finally {
				sender.destroyForcibly();
				sender.waitFor(10, TimeUnit.SECONDS);
			}
		}
		Process last = another();
		try {
			Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> isOver(mailing));
		}
		finally {
			last.destroyForcibly();
		}
		Map<String, Long> mails = mailServer.accepted()
			.stream()
			.map((mail) -> mail.replaceAll("(?s).*\nTo: (killed\\d+).*", "$1"))
			.collect(Collectors.groupingBy((to) -> to, Collectors.counting()));
		List<JsonNode> recipients = recipients(mailing);
		assertThat(recipients).hasSize(CONTACTS);
		assertThat(mails.values()).as("nobody gets it twice").containsOnly(1L);
		for (JsonNode recipient : recipients) {
			String contact = recipient.get("contact").stringValue();
			String state = recipient.get("state").stringValue();
			assertThat(state).as(contact).isIn("sent", "failed");
			if (state.equals("sent")) {
				assertThat(mails).containsKey(contact);
			}
			else {
				assertThat(recipient.get("reason").stringValue()).isIn("recipient-refused", "outcome-unknown");
			}
		}
		long inDoubt = recipients.stream()
			.filter((one) -> one.path("reason").asString("").equals("outcome-unknown"))
			.count();
		assertThat(inDoubt).as("what was being handed over at each kill, and the dropped ones")
			.isLessThan(KILLS * 80 + CONTACTS / 97 + 1);
	}

	private String prepare() {
		String template = post("/api/templates",
				Map.of("name", "Mall", "kind", "service", "words",
						Map.of("sv", Map.of("subject", "Hej", "preheader", "", "body", "Hej"))))
			.get("id")
			.stringValue();
		String mailing = post("/api/mailings", Map.of("template", template, "segment", "killed")).get("id")
			.stringValue();
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> get("/api/mailings/" + mailing).path("outlook").hasNonNull("complete"));
		post("/api/mailings/" + mailing + "/send", Map.of("at", java.time.Instant.now().plusSeconds(2).toString()));
		return mailing;
	}

	private boolean isOver(String mailing) {
		return get("/api/mailings/" + mailing).get("status").stringValue().equals("sent");
	}

	private List<JsonNode> recipients(String mailing) {
		List<JsonNode> all = new ArrayList<>();
		String after = "";
		do {
			JsonNode slice = get("/api/mailings/" + mailing + "/recipients?limit=200" + after);
			slice.get("recipients").forEach(all::add);
			after = slice.hasNonNull("next") ? "&after=" + slice.get("next").stringValue() : "";
		}
		while (!after.isEmpty());
		return all;
	}

	/// The same service as a process of its own, which can be killed.
	private Process another() throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
						"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp",
						System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
						NotificationServiceApplication.class.getName(), "--server.port=0"));
		settings().forEach((name, value) -> command.add("--" + name + "=" + value));
		for (String name : List.of("spring.kafka.bootstrap-servers", "spring.mongodb.uri", "insyn.services.token")) {
			command.add("--" + name + "=" + Objects.requireNonNull(this.environment.getProperty(name), name));
		}
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(Path.of("target", "killed-mailing.log").toFile()))
			.start();
	}

	private JsonNode get(String path) {
		return this.json.readTree(client().get()
			.uri(path)
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "karin", 50))
			.retrieve()
			.requiredBody(String.class));
	}

	private JsonNode post(String path, Map<String, Object> body) {
		return this.json.readTree(client().post()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "karin", 50))
			.body(this.json.writeValueAsString(body))
			.retrieve()
			.requiredBody(String.class));
	}

	private RestClient client() {
		return RestClient.create("http://localhost:" + this.port);
	}

}
