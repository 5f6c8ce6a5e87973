package dev.insyn.notification.mailing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.insyn.notification.NotificationServiceApplication;
import dev.insyn.notification.OddMailServer;
import dev.insyn.notification.template.MailTemplate;
import dev.insyn.notification.template.Templates;
import dev.insyn.notification.template.TemplatesForTests;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.testing.InfrastructureForTests;
import dev.insyn.testing.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/// Two instances with one database send a mailing together. Each has a mail server of its own, by which they are told apart.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "logging.level.kafka=warn", "logging.level.state.change.logger=warn",
				"logging.level.de.bwaldvogel=error", "logging.level.org.apache.kafka=error" })
@Import({ InfrastructureForTests.class, TestTokens.class })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedMailingIT {

	private static final TenantId TENANT = new TenantId("nordcykel");

	private static final int PER_DOMAIN = 20;

	private static final OddMailServer firstMailServer = new OddMailServer();

	private static final OddMailServer secondMailServer = new OddMailServer();

	private static final Neighbours neighbours = Neighbours.get();

	@Autowired
	private Environment environment;

	@Autowired
	private ConfigurableApplicationContext first;

	private ConfigurableApplicationContext second;

	private String test = "";

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		settings(firstMailServer).forEach((name, value) -> registry.add(name, () -> value));
	}

	private static Map<String, String> settings(OddMailServer mailServer) {
		return Map.ofEntries(Map.entry("spring.mail.host", "127.0.0.1"),
				Map.entry("spring.mail.port", String.valueOf(mailServer.port())),
				Map.entry("insyn.services.contact", neighbours.contactService()),
				Map.entry("insyn.security.client-secret", "secret"),
				Map.entry("insyn.security.master-key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
				Map.entry("insyn.notification.first-retry", "100ms"),
				Map.entry("insyn.notification.mailings.poll", "100ms"),
				Map.entry("insyn.notification.mailings.per-domain-per-second", String.valueOf(PER_DOMAIN)),
				Map.entry("insyn.tenants[0].id", "nordcykel"), Map.entry("insyn.tenants[0].name", "Nordcykel AB"),
				Map.entry("insyn.tenants[0].languages", "sv"));
	}

	@BeforeAll
	void startAnother() {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--logging.level.root=error"));
		settings(secondMailServer).forEach((name, value) -> arguments.add("--" + name + "=" + value));
		for (String name : List.of("spring.kafka.bootstrap-servers", "spring.mongodb.uri", "insyn.services.token")) {
			arguments.add("--" + name + "=" + Objects.requireNonNull(this.environment.getProperty(name), name));
		}
		this.second = new SpringApplicationBuilder(NotificationServiceApplication.class)
			.run(arguments.toArray(String[]::new));
	}

	@AfterAll
	void stopTheOther() {
		this.second.close();
	}

	@BeforeEach
	void name() {
		this.test = UUID.randomUUID().toString().substring(0, 8);
	}

	@Test
	void bothTakePartAndEachContactGetsItOnce() {
		firstMailServer.thinks(Duration.ofMillis(5));
		secondMailServer.thinks(Duration.ofMillis(5));
		String mailing = send(1500, 1500, 0);
		over(mailing, 1500);
		assertThat(mails(firstMailServer)).as("those of the first").hasSizeGreaterThan(100);
		assertThat(mails(secondMailServer)).as("those of the second").hasSizeGreaterThan(100);
		assertThat(Stream.concat(mails(firstMailServer).stream(), mails(secondMailServer).stream())).hasSize(1500)
			.doesNotHaveDuplicates();
	}

	@Test
	void keepTheMailingsLimitTogether() {
		Instant begun = Instant.now();
		over(send(450, 450, 100), 450);
		assertThat(Duration.between(begun, last())).isGreaterThan(Duration.ofMillis(1000 * (450 - 10) / 100));
	}

	@Test
	void keepTheLimitOfAReceivingDomainTogether() {
		Instant begun = Instant.now();
		over(send(320, 4, 0), 320);
		assertThat(Duration.between(begun, last())).as("80 to each domain")
			.isGreaterThan(Duration.ofMillis(1000 * (80 - 2) / PER_DOMAIN));
	}

	@Test
	void theOtherGoesOnAtOnceWhenOneIsStopped() {
		firstMailServer.thinks(Duration.ofMillis(20));
		secondMailServer.thinks(Duration.ofMillis(20));
		String mailing = send(1200, 1200, 0);
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> mails(secondMailServer).size() > 50);
		this.second.getBean(MailingDispatcher.class).stop();
		try {
			over(mailing, 1200);
		}
		finally {
			this.second.getBean(MailingDispatcher.class).start();
		}
		assertThat(mails(secondMailServer)).hasSizeLessThan(1100);
	}

	private String send(int number, int domains, int perSecond) {
		List<String> contacts = IntStream.range(0, number).mapToObj((one) -> this.test + "-" + one).toList();
		for (int one = 0; one < number; one++) {
			neighbours.know(contacts.get(one),
					Map.of("email", contacts.get(one) + "@" + this.test + (one % domains) + ".example"));
		}
		neighbours.segment(this.test, contacts);
		String template = TemplatesForTests.service(this.first.getBean(Templates.class), TENANT, "Hej", "Hej");
		String mailing = this.first.getBean(Mailings.class)
			.add(TENANT,
					Mailing
						.draft("Alla", template, MailTemplate.Kind.SERVICE, Audience.segment(this.test), "user:karin",
								perSecond, Instant.now())
						.lookedAt())
			.id();
		this.first.getBean(MailingActs.class).send(TENANT, mailing, null, Actor.user("karin"));
		return mailing;
	}

	private void over(String mailing, int sent) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> this.first.getBean(Mailings.class).find(TENANT, mailing).orElseThrow().state().isOver());
		assertThat(this.first.getBean(Counting.class).now(TENANT, mailing).sent()).isEqualTo(sent);
		firstMailServer.thinks(Duration.ZERO);
		secondMailServer.thinks(Duration.ZERO);
	}

	private List<String> mails(OddMailServer server) {
		return server.accepted()
			.stream()
			.filter((mail) -> mail.contains("\nTo: " + this.test))
			.map((mail) -> mail.replaceAll("(?s).*\nTo: ([^\\n]*)\n.*", "$1"))
			.toList();
	}

	private static Instant last() {
		return Stream.concat(firstMailServer.times().stream(), secondMailServer.times().stream())
			.max(Instant::compareTo)
			.orElseThrow();
	}

}
