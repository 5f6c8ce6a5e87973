package dev.insyn.platform.story;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.insyn.platform.NotesApplication;
import dev.insyn.platform.NotesApplication.Note;
import dev.insyn.platform.NotesApplication.NoteWritten;
import dev.insyn.platform.NotesApplication.Reader;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.stack.broker.EmbeddedBroker;
import dev.insyn.testing.Databases;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/// With a broker of its own, which is stopped and started again. Seen red with the write waiting for its send (each
/// takes seconds) and without the sweep (the events stay in their document).
class BrokerAwayIT {

	private static final TenantId NORDCYKEL = new TenantId("nordcykel");

	@Test
	void withoutTheBrokerWritesSucceedAtOnceAndTheirEventsFollowInOrder(@TempDir Path dir) {
		EmbeddedBroker broker = EmbeddedBroker.start(0, dir);
		int port = Integer.parseInt(broker.bootstrapServers().split(":")[1]);
		try (ConfigurableApplicationContext service = start(broker.bootstrapServers())) {
			Reader reader = service.getBean(Reader.class);
			write(service, 0);
			awaitRead(reader, 1);
			broker.close();
			Instant before = Instant.now();
			IntStream.range(1, 20).forEach((n) -> write(service, n));
			assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
			assertThat(reader.read).hasSize(1);
			broker = EmbeddedBroker.start(port, dir);
			awaitRead(reader, 20);
			assertThat(reader.read.stream().map((event) -> event.body().revision()).distinct().toList())
				.isEqualTo(IntStream.range(0, 20).boxed().toList());
		}
		finally {
			broker.close();
		}
	}

	private static ConfigurableApplicationContext start(String broker) {
		SpringApplication application = new SpringApplication(NotesApplication.class);
		Map<String, Object> properties = Map.of("spring.kafka.bootstrap-servers", broker, "server.port", "0",
				"spring.mongodb.uri", Databases.uri("away_" + UUID.randomUUID().toString().substring(0, 8)));
		return application.run(properties.entrySet()
			.stream()
			.map((property) -> "--" + property.getKey() + "=" + property.getValue())
			.toArray(String[]::new));
	}

	@SuppressWarnings("unchecked")
	private static void write(ConfigurableApplicationContext service, int revision) {
		TenantDocuments<Note> notes = service.getBean(TenantDocuments.class);
		OutgoingEvent event = new OutgoingEvent(NotesApplication.TOPIC, NotesApplication.WRITTEN, NORDCYKEL, "away",
				Actor.system("test"), new NoteWritten("away", "w", revision));
		if (revision == 0) {
			notes.insert(NORDCYKEL, "away", Change.of(new Note("away"), List.of(event)));
		}
		else {
			notes.change(NORDCYKEL, "away", (note) -> Change.of(note.write("w"), List.of(event)));
		}
	}

	private static void awaitRead(Reader reader, int count) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(reader.read.stream().map((event) -> event.id()).distinct()).hasSize(count));
	}

}
