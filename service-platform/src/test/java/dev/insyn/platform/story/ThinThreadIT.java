package dev.insyn.platform.story;

import java.time.Duration;
import java.util.List;

import dev.insyn.platform.NotesApplication;
import dev.insyn.platform.NotesApplication.Note;
import dev.insyn.platform.NotesApplication.NoteWritten;
import dev.insyn.platform.NotesApplication.Reader;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.testing.Events;
import dev.insyn.testing.InfrastructureForTests;
import dev.insyn.testing.Received;
import dev.insyn.testing.Recording;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = NotesApplication.class)
@Import(InfrastructureForTests.class)
class ThinThreadIT {

	private static final TenantId NORDCYKEL = new TenantId("nordcykel");

	@Autowired
	TenantDocuments<Note> notes;

	@Autowired
	Reader reader;

	@Autowired
	Events events;

	@Test
	void aChangesEventReachesItsConsumer() {
		try (Recording recording = this.events.record(NotesApplication.TOPIC)) {
			this.notes.insert(NORDCYKEL, "thin", Change.of(new Note("thin", "a")));
			this.notes.change(NORDCYKEL, "thin",
					(note) -> Change.of(note.write("b"))
						.with(new OutgoingEvent(NotesApplication.TOPIC, NotesApplication.WRITTEN, NORDCYKEL, "thin",
								Actor.contact("c1"), new NoteWritten("thin", "b", 1))));
			Received received = recording.await(NotesApplication.WRITTEN);
			assertThat(received.key()).isEqualTo("nordcykel:thin");
			assertThat(received.headers()).containsEntry("ce_specversion", "1.0")
				.containsEntry("ce_source", "/notes")
				.containsEntry("ce_actor", "contact:c1")
				.containsEntry("ce_tenant", "nordcykel")
				.containsEntry("content-type", "application/json");
		}
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.reader.read)
				.anySatisfy((event) -> assertThat(event.body()).isEqualTo(new NoteWritten("thin", "b", 1))));
		assertThat(this.notes.find(NORDCYKEL, "thin").orElseThrow().state())
			.isEqualTo(new Note("thin", "thin", List.of("a", "b"), 1, null));
	}

}
