package dev.insyn.platform.story;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

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
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/// Seen red without `traceparent` in the pending event, and with the binder's `enable-observation` off.
@SpringBootTest(classes = NotesApplication.class)
@Import(InfrastructureForTests.class)
class TracingIT {

	private static final TenantId NORDCYKEL = new TenantId("nordcykel");

	@Autowired
	TenantDocuments<Note> notes;

	@Autowired
	Reader reader;

	@Autowired
	Tracer tracer;

	@Autowired
	Events events;

	@Test
	void aTraceContinuesThroughTheOutboxAndKafka() throws Exception {
		CompletableFuture<String> seen = new CompletableFuture<>();
		this.reader.before = (event) -> {
			if (event.subject().equals("traced")) {
				seen.complete(Objects.requireNonNull(this.tracer.currentSpan()).context().traceId());
			}
		};
		try (Recording recording = this.events.record(NotesApplication.TOPIC)) {
			Span span = this.tracer.nextSpan().name("request").start();
			try (Tracer.SpanInScope _ = this.tracer.withSpan(span)) {
				this.notes.insert(NORDCYKEL, "traced",
						Change.of(new Note("traced"))
							.with(new OutgoingEvent(NotesApplication.TOPIC, NotesApplication.WRITTEN, NORDCYKEL,
									"traced", Actor.system("test"), new NoteWritten("traced", "a", 1))));
			}
			finally {
				span.end();
			}
			Received sent = recording.await((record) -> record.subject().equals("traced"));
			assertThat(sent.headers().get("traceparent")).startsWith("00-" + span.context().traceId() + "-");
			assertThat(seen.get(20, TimeUnit.SECONDS)).isEqualTo(span.context().traceId());
		}
	}

}
