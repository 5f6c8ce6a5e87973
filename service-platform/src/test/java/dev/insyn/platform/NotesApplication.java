package dev.insyn.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import dev.insyn.platform.messaging.IncomingEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// People write notes; every note is a document and an event, and the service also consumes notes of others.
@SpringBootApplication
public class NotesApplication {

	public static final String TOPIC = "test.notes";

	public static final String WRITTEN = "note.written.v1";

	public static void main(String[] arguments) {
		SpringApplication.run(NotesApplication.class, arguments);
	}

	/// A note.
	public record Note(String id, String title, List<String> words, int revision, @Nullable Instant expires) {

		public Note(String title, String... words) {
			this("", title, List.of(words), 0, null);
		}

		public Note write(String word) {
			List<String> more = new ArrayList<>(this.words);
			more.add(word);
			return new Note(this.id, this.title, List.copyOf(more), this.revision + 1, this.expires);
		}

	}

	/// A note was written.
	public record NoteWritten(String note, String word, int revision) {
	}

	/// Reads notes, and can be made to fail on them.
	public static class Reader {

		public final List<IncomingEvent<NoteWritten>> read = new CopyOnWriteArrayList<>();

		public volatile Consumer<IncomingEvent<NoteWritten>> before = (event) -> {
		};

		void read(IncomingEvent<NoteWritten> event) {
			this.before.accept(event);
			this.read.add(event);
		}

	}

}
