package dev.insyn.contact;

import java.util.function.Consumer;

import dev.insyn.contact.catalogue.FieldCatalogues;
import dev.insyn.contact.records.RecordTypes;
import dev.insyn.events.FieldCatalogueChanged;
import dev.insyn.events.RecordTypeChanged;
import dev.insyn.platform.messaging.EventHandlers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/// What any instance of this service told, heard by all of them (the binding has no group), so that what each keeps in
/// memory follows.
@Configuration(proxyBeanMethods = false)
class OwnFactsMessaging {

	@Bean
	Consumer<Message<byte[]>> ownFacts(JsonMapper json, FieldCatalogues catalogues, RecordTypes types) {
		return EventHandlers.builder(json)
			.on(FieldCatalogueChanged.TYPE, FieldCatalogueChanged.class, (event) -> catalogues.forget(event.tenant()))
			.on(RecordTypeChanged.TYPE, RecordTypeChanged.class, (event) -> types.forget(event.tenant()))
			.build();
	}

}
