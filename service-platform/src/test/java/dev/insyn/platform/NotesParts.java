package dev.insyn.platform;

import java.util.function.Consumer;

import dev.insyn.platform.NotesApplication.Note;
import dev.insyn.platform.NotesApplication.NoteWritten;
import dev.insyn.platform.NotesApplication.Reader;
import dev.insyn.platform.messaging.EventHandlers;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class NotesParts {

	@Bean
	TenantDocuments<Note> notes(TenantDocumentsFactory factory) {
		return factory.of("notes", Note.class, "title").indexed("words");
	}

	@Bean
	Reader reader() {
		return new Reader();
	}

	@Bean
	Consumer<Message<byte[]>> readNotes(Reader reader, JsonMapper json) {
		return EventHandlers.builder(json).on(NotesApplication.WRITTEN, NoteWritten.class, reader::read).build();
	}

}
