package dev.insyn.platform.story;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import dev.insyn.platform.NotesApplication;
import dev.insyn.platform.NotesApplication.Reader;
import dev.insyn.testing.Events;
import dev.insyn.testing.InfrastructureForTests;
import dev.insyn.testing.Received;
import dev.insyn.testing.Recording;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/// Seen red: with retries and dead letters left to the binder; with every failure given up after the attempts, an absent
/// database fills the dead letters; without the exclusions a dead letter's headers quote what the failure said.
@SpringBootTest(classes = NotesApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "insyn.messaging.attempts=3", "insyn.messaging.count-dead-letters-every=200ms" })
@Import(InfrastructureForTests.class)
class ConsumingIT {

	private static final String DEAD_LETTERS = NotesApplication.TOPIC + ".notes.dlq";

	@Autowired
	Events events;

	@Autowired
	Reader reader;

	@Autowired
	MeterRegistry meters;

	@LocalServerPort
	int port;

	@AfterEach
	void succeedAgain() {
		this.reader.before = (event) -> {
		};
	}

	@Test
	void aFailureIsTriedAgain() {
		AtomicInteger attempts = new AtomicInteger();
		String subject = subject();
		this.reader.before = (event) -> {
			if (event.subject().equals(subject) && attempts.incrementAndGet() < 3) {
				throw new IllegalStateException("not yet");
			}
		};
		write(subject);
		awaitRead(subject);
		assertThat(attempts).hasValue(3);
	}

	@Test
	void theSameEventTwiceHasTheSameId() {
		String subject = subject();
		Map<String, String> headers = this.events.headers(UUID.randomUUID().toString(), NotesApplication.WRITTEN,
				"nordcykel", subject);
		this.events.send(NotesApplication.TOPIC, "nordcykel:" + subject, headers, body(subject));
		this.events.send(NotesApplication.TOPIC, "nordcykel:" + subject, headers, body(subject));
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(
					() -> assertThat(this.reader.read.stream().filter((event) -> event.subject().equals(subject)))
						.hasSize(2)
						.extracting((event) -> event.id())
						.containsOnly(headers.get("ce_id")));
	}

	@Test
	void poisonBecomesADeadLetterAndThePartitionGoesOn() {
		String key = "nordcykel:" + subject();
		provideDeadLetters();
		try (Recording letters = this.events.record(DEAD_LETTERS)) {
			Map<String, String> headers = this.events.headers("poison-" + key, NotesApplication.WRITTEN, "nordcykel",
					key);
			this.events.send(NotesApplication.TOPIC, key, headers, "Anna Lindqvist <anna@kund.example>");
			this.events.send(NotesApplication.TOPIC, key, Map.of("ce_id", "headless-" + key), "{}");
			this.events.send(NotesApplication.TOPIC, key, Map.of(), null);
			String next = subject();
			this.events.send(NotesApplication.TOPIC, key,
					this.events.headers(next, NotesApplication.WRITTEN, "nordcykel", next), body(next));
			awaitRead(next);
			Received letter = letters.await((record) -> record.id().equals("poison-" + key));
			assertThat(letter.body()).contains("Anna");
			assertThat(letter.headers().values()).noneMatch((header) -> header.contains("Anna"));
			letters.await((record) -> record.id().equals("headless-" + key));
		}
	}

	@Test
	void aDeadLetterIsListedWithoutItsContentAndReplayed() {
		String subject = subject();
		provideDeadLetters();
		double keptBefore = kept();
		this.reader.before = (event) -> {
			if (event.subject().equals(subject)) {
				throw new IllegalStateException("Anna Lindqvist");
			}
		};
		try (Recording letters = this.events.record(DEAD_LETTERS)) {
			write(subject);
			Received letter = letters.await((record) -> record.subject().equals(subject));
			assertThat(letter.headers().values()).noneMatch((header) -> header.contains("Anna"));
		}
		assertThat(kept()).isEqualTo(keptBefore + 1);
		RestClient here = RestClient.create("http://localhost:" + this.port);
		String listed = here.get().uri("/actuator/deadletters").retrieve().requiredBody(String.class);
		assertThat(listed).contains(DEAD_LETTERS, "IllegalStateException", NotesApplication.WRITTEN)
			.doesNotContain("secret");
		int waiting = Integer.parseInt(listed.replaceAll("(?s).*\"count\":(\\d+).*", "$1"));
		awaitWaiting(waiting);
		assertThat(replay(here)).contains("\"failedAgain\":");
		succeedAgain();
		assertThat(replay(here)).doesNotContain("\"consumed\":0");
		awaitRead(subject);
		awaitWaiting(waiting - 1);
		assertThat(this.reader.read).filteredOn((event) -> event.subject().equals(subject))
			.singleElement()
			.satisfies((event) -> assertThat(event.origin().topic()).isEqualTo(NotesApplication.TOPIC));
	}

	@Test
	void whileTheDatabaseIsAwayNothingBecomesADeadLetter() {
		AtomicInteger attempts = new AtomicInteger();
		String subject = subject();
		this.reader.before = (event) -> {
			if (event.subject().equals(subject) && attempts.incrementAndGet() < 6) {
				throw new DataAccessResourceFailureException("away");
			}
		};
		write(subject);
		awaitRead(subject);
		assertThat(attempts).hasValue(6);
	}

	private double kept() {
		return this.meters.get("insyn.deadletters")
			.tags("topic", NotesApplication.TOPIC, "consumer", "notes")
			.counter()
			.count();
	}

	/// As the metric says it.
	private void awaitWaiting(int count) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.meters.get("insyn.deadletters.waiting")
				.tags("topic", NotesApplication.TOPIC, "consumer", "notes")
				.gauge()
				.value() == count);
	}

	private String replay(RestClient here) {
		return here.post()
			.uri("/actuator/deadletters/" + DEAD_LETTERS)
			.contentType(MediaType.APPLICATION_JSON)
			.retrieve()
			.requiredBody(String.class);
	}

	/// The topic is made with the first letter; a recording needs it before.
	private void provideDeadLetters() {
		RestClient.create("http://localhost:" + this.port)
			.get()
			.uri("/actuator/deadletters")
			.retrieve()
			.toBodilessEntity();
	}

	private void write(String subject) {
		this.events.send(NotesApplication.TOPIC, NotesApplication.WRITTEN, "nordcykel", subject, body(subject));
	}

	private void awaitRead(String subject) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.reader.read.stream().anyMatch((event) -> event.subject().equals(subject)));
	}

	private static String body(String subject) {
		return "{\"note\":\"" + subject + "\",\"word\":\"secret\",\"revision\":1,\"unknownToUs\":true}";
	}

	private static String subject() {
		return "n" + UUID.randomUUID();
	}

}
