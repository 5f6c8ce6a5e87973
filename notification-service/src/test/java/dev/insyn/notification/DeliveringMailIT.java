package dev.insyn.notification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import dev.insyn.events.ActivityCreated;
import dev.insyn.events.ContactDataUpdated;
import dev.insyn.events.EmailFailed;
import dev.insyn.events.Topics;
import dev.insyn.testing.Recording;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/// What becomes of mails when servers are away, refuse or put off, and when there are two of us.
class DeliveringMailIT extends WholeService {

	private static final String DEAD_LETTERS = "insyn.contacts.notification-service.dlq";

	@Test
	void forgetsNothingWhileTheMailServerIsAway() {
		this.page.publish("nordcykel", KARIN);
		mailServer.leaves();
		try {
			IntStream.range(0, 6).forEach((i) -> this.page.update("nordcykel", "phone"));
			assertThat(told(ActivityCreated.TYPE, 6)).as("consuming goes on").hasSize(6);
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
		this.page.publish("nordcykel", KARIN);
		mailServer.becomes(OddMailServer.Mood.REFUSES_RECIPIENT);
		this.page.update("nordcykel", "phone");
		EmailFailed failed = this.json.readValue(told(EmailFailed.TYPE, 1).getFirst().body(), EmailFailed.class);
		assertThat(failed.reason()).isEqualTo("recipient-refused");
		assertThat(failed.attempts()).isEqualTo(1);
		assertThat(log).doesNotContain(KARIN).doesNotContain("Lindqvist");
	}

	@Test
	void triesAgainWhenAnAddressIsDeferred(CapturedOutput log) {
		this.page.publish("nordcykel", KARIN);
		mailServer.becomes(OddMailServer.Mood.DEFERS_RECIPIENT);
		this.page.update("nordcykel", "phone");
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
		this.page.publish("nordcykel", KARIN);
		contactService.isAway(true);
		this.page.update("nordcykel", "phone");
		Awaitility.await()
			.untilAsserted(() -> assertThat(emails("nordcykel")).singleElement()
				.satisfies((email) -> assertThat(email.get("reason")).isEqualTo("contact-service-away")));
		contactService.isAway(false);
		sent(1);
		assertThat(mails(1)).singleElement().asString().contains("Anna Lindqvist");
	}

	@Test
	void letsThePoisonedGoAndServesTheNext() {
		this.page.publish("nordcykel", KARIN);
		try (Recording dead = this.events.record(DEAD_LETTERS)) {
			this.events.send(Topics.CONTACTS, "nordcykel:" + this.contact, this.events
				.headers("poison-" + this.page.number(), ContactDataUpdated.TYPE, "nordcykel", this.contact),
					"{\"contact\": [");
			this.page.update("nordcykel", "phone");
			sent(1);
			dead.await((record) -> record.body().contains("\"contact\": ["));
		}
		mails(1);
	}

	/// Red when [Emails#take] does not look whether the mail is still due.
	@Test
	void sendsOneMailWithTwoInstances() {
		this.page.publish("nordcykel", KARIN);
		try (ConfigurableApplicationContext other = anotherInstance()) {
			assertThat(other.isRunning()).isTrue();
			IntStream.range(0, 40).forEach((i) -> this.page.update("nordcykel", "phone"));
			sent(40);
		}
		mails(40);
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

}
