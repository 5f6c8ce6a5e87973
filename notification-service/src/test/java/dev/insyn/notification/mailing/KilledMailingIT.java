package dev.insyn.notification.mailing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.insyn.notification.NotificationServiceApplication;
import dev.insyn.notification.OddMailServer;
import dev.insyn.testing.InfrastructureForTests;
import dev.insyn.testing.TestTokens;
import dev.insyn.platform.tenancy.TenantId;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
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
/// contact gets the mail once, or is reported as failed, and no more are in doubt than the workers of a process can have begun.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "logging.level.kafka=warn", "logging.level.state.change.logger=warn",
				"logging.level.de.bwaldvogel=error", "logging.level.org.apache.kafka=error" })
@Import({ InfrastructureForTests.class, TestTokens.class })
class KilledMailingIT {

	private static final int CONTACTS = 5000;

	private static final int KILLS = 5;

	/// Mails between two kills.
	private static final int BETWEEN = 700;

	private static final Neighbours neighbours = Neighbours.get();

	@Autowired
	private JsonMapper json;

	@Autowired
	private TestTokens tokens;

	@Autowired
	private Environment environment;

	@Autowired
	private Recipients recipients;

	@LocalServerPort
	private int port;

	/// A run that is repeated has another mail server, and other contacts.
	private final OddMailServer mailServer = new OddMailServer();

	private final String test = "k" + UUID.randomUUID().toString().substring(0, 8) + "-";

	/// Only prepares mailings: those that send are processes of their own.
	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		settings().forEach((name, value) -> registry.add(name, () -> value));
		registry.add("insyn.notification.mailings.poll", () -> "1h");
	}

	private static Map<String, String> settings() {
		Map<String, String> settings = new HashMap<>();
		settings.put("spring.mail.host", "127.0.0.1");
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
		List<String> contacts = IntStream.range(0, CONTACTS).mapToObj((number) -> this.test + number).toList();
		for (int number = 0; number < CONTACTS; number++) {
			String mood = (number % 50 == 7) ? ".refused" : (number % 97 == 5) ? ".dropped" : "";
			neighbours.know(contacts.get(number), Map.of("email", contacts.get(number) + mood + "@kund.example"));
		}
		neighbours.segment(this.test, contacts);
		this.mailServer.thinks(Duration.ofMillis(8));
		String mailing = prepare();
		for (int kill = 1; kill <= KILLS; kill++) {
			Process sender = another();
			try {
				awaitMails(mailing);
			}
			finally {
				sender.destroyForcibly();
				sender.waitFor(10, TimeUnit.SECONDS);
			}
			assertThat(isOver(mailing)).as("something is left to do after kill " + kill).isFalse();
		}
		Process last = another();
		try {
			Awaitility.await().atMost(Duration.ofSeconds(180)).until(() -> isOver(mailing));
		}
		finally {
			last.destroyForcibly();
		}
		List<Recipient> all = everybody(mailing);
		assertThat(all).hasSize(CONTACTS);
		eachOnceOrReported(all);
		inDoubtAreNoMoreThanWereBegun(all);
	}

	private void eachOnceOrReported(List<Recipient> all) {
		Map<String, Long> mails = this.mailServer.accepted()
			.stream()
			.map((mail) -> mail.replaceAll("(?s).*\nTo: (" + this.test + "\\d+).*", "$1"))
			.collect(Collectors.groupingBy((to) -> to, Collectors.counting()));
		assertThat(mails.values()).as("nobody gets it twice").containsOnly(1L);
		for (Recipient recipient : all) {
			assertThat(recipient.state()).as(recipient.contact()).isIn(Recipient.State.SENT, Recipient.State.FAILED);
			if (recipient.state() == Recipient.State.SENT) {
				assertThat(mails).containsKey(recipient.contact());
			}
			else {
				assertThat(recipient.reason()).isIn("recipient-refused", Recipient.UNKNOWN_OUTCOME);
			}
		}
	}

	/// A worker begins at most a stride, and a process has so many workers.
	private void inDoubtAreNoMoreThanWereBegun(List<Recipient> all) {
		Map<String, Long> byTurn = all.stream()
			.filter((one) -> Recipient.UNKNOWN_OUTCOME.equals(one.reason()) && number(one) % 97 != 5)
			.collect(Collectors.groupingBy((one) -> String.valueOf(one.run()), Collectors.counting()));
		assertThat(byTurn.values()).allMatch((inDoubt) -> inDoubt <= Stride.MOST);
		assertThat(byTurn).hasSizeLessThanOrEqualTo(KILLS * MailingRun.WORKERS);
	}

	private int number(Recipient recipient) {
		return Integer.parseInt(recipient.contact().substring(this.test.length()));
	}

	private void awaitMails(String mailing) {
		int enough = this.mailServer.acceptedSoFar() + BETWEEN;
		Awaitility.await()
			.atMost(Duration.ofSeconds(120))
			.until(() -> this.mailServer.acceptedSoFar() >= enough || isOver(mailing));
	}

	private List<Recipient> everybody(String mailing) {
		List<Recipient> all = new ArrayList<>();
		List<Recipient> some = slice(mailing, null);
		while (!some.isEmpty()) {
			all.addAll(some);
			some = slice(mailing, some.getLast().contact());
		}
		return all;
	}

	private List<Recipient> slice(String mailing, @Nullable String after) {
		return this.recipients.slice(new TenantId("nordcykel"), mailing, null, null, after, 500);
	}

	private String prepare() {
		String template = post("/api/templates",
				Map.of("name", "Mall", "kind", "service", "words",
						Map.of("sv", Map.of("subject", "Hej", "preheader", "", "body", "Hej"))))
			.get("id")
			.stringValue();
		String mailing = post("/api/mailings", Map.of("template", template, "segment", this.test)).get("id")
			.stringValue();
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> get("/api/mailings/" + mailing).path("outlook").hasNonNull("complete"));
		post("/api/mailings/" + mailing + "/send", Map.of("at", Instant.now().plusSeconds(2).toString()));
		return mailing;
	}

	private boolean isOver(String mailing) {
		return get("/api/mailings/" + mailing).get("status").stringValue().equals("sent");
	}

	/// The same service as a process of its own, which can be killed.
	private Process another() throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
						"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp",
						System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
						NotificationServiceApplication.class.getName(), "--server.port=0"));
		settings().forEach((name, value) -> command.add("--" + name + "=" + value));
		command.add("--spring.mail.port=" + this.mailServer.port());
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
