package dev.insyn.contact;

import java.util.function.Consumer;

import dev.insyn.contact.catalogue.FieldCatalogues;
import dev.insyn.events.ContactDataConfirmed;
import dev.insyn.events.ContactDataUpdated;
import dev.insyn.events.ContactDeleted;
import dev.insyn.events.ContactRegistered;
import dev.insyn.events.FieldCatalogueChanged;
import dev.insyn.platform.messaging.EventHandlers;
import dev.insyn.platform.messaging.IncomingEvent;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/// What any instance of this service told, heard by all of them (the binding has no group), so that what each keeps in
/// memory follows.
@Configuration(proxyBeanMethods = false)
class OwnFactsMessaging {

	@Bean
	Consumer<Message<byte[]>> ownFacts(JsonMapper json, FieldCatalogues catalogues, Contacts contacts) {
		EventHandlers.Builder handlers = EventHandlers.builder(json)
			.on(FieldCatalogueChanged.TYPE, FieldCatalogueChanged.class, (event) -> catalogues.forget(event.tenant()));
		if (contacts.isIndexedInMemory()) {
			handlers
				.on(ContactRegistered.TYPE, ContactRegistered.class,
						(event) -> index(event, event.body().version(), contacts))
				.on(ContactDataUpdated.TYPE, ContactDataUpdated.class,
						(event) -> index(event, event.body().version(), contacts))
				.on(ContactDataConfirmed.TYPE, ContactDataConfirmed.class,
						(event) -> index(event, Long.MAX_VALUE, contacts))
				.on(ContactDeleted.TYPE, ContactDeleted.class, (event) -> index(event, Long.MAX_VALUE, contacts));
		}
		return handlers.build();
	}

	/// What another instance wrote; of what this one wrote the index knows.
	private static void index(IncomingEvent<?> event, long version, Contacts contacts) {
		ContactId.parse(event.subject()).ifPresent((contact) -> contacts.reindex(event.tenant(), contact, version));
	}

}
