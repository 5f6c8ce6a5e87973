package dev.insyn.contact.crm;

import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

import dev.insyn.contact.CrmReference;
import dev.insyn.contact.keys.EncryptionKeys;
import dev.insyn.events.CrmContactDeleted;
import dev.insyn.events.CrmContactUpserted;
import dev.insyn.platform.messaging.EventHandlers;
import dev.insyn.platform.messaging.IncomingEvent;
import dev.insyn.platform.messaging.UnreadableEvent;
import dev.insyn.platform.sealing.CannotOpen;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/// `insyn.crm`: opens what CRM systems sealed to this service. What can't be opened goes to the dead letters, by no
/// other name than the event's id.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CrmSettings.class)
class CrmMessaging {

	private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {
	};

	private final HearingFromCrm hearing;

	private final EncryptionKeys keys;

	private final CrmSettings settings;

	private final JsonMapper json;

	CrmMessaging(HearingFromCrm hearing, EncryptionKeys keys, CrmSettings settings, JsonMapper json) {
		this.hearing = hearing;
		this.keys = keys;
		this.settings = settings;
		this.json = json;
	}

	@Bean
	Consumer<Message<byte[]>> crm() {
		return EventHandlers.builder(this.json)
			.on(CrmContactUpserted.TYPE, CrmContactUpserted.class, this::upserted)
			.on(CrmContactDeleted.TYPE, CrmContactDeleted.class, this::deleted)
			.build();
	}

	private void upserted(IncomingEvent<CrmContactUpserted> event) {
		CrmContactUpserted told = event.body();
		CrmReference crm = reference(event, told.source(), told.crmId(), told.revision(), told.changedAt());
		this.hearing.upserted(event.tenant(), crm, told.organisation(), values(event), event.id());
	}

	private void deleted(IncomingEvent<CrmContactDeleted> event) {
		CrmContactDeleted told = event.body();
		CrmReference crm = reference(event, told.source(), told.crmId(), told.revision(), told.changedAt());
		this.hearing.deleted(event.tenant(), crm, event.id());
	}

	private static CrmReference reference(IncomingEvent<?> event, String source, String crmId, long revision,
			Instant changedAt) {
		try {
			return new CrmReference(source, crmId, revision, changedAt);
		}
		catch (IllegalArgumentException misshapen) {
			throw new UnreadableEvent("Event " + event.id() + ": " + misshapen.getMessage());
		}
	}

	private Map<String, Object> values(IncomingEvent<CrmContactUpserted> event) {
		CrmContactUpserted told = event.body();
		if (told.sealed() != null) {
			return open(event.id(), told.sealed());
		}
		if (told.values() == null || !this.settings.allowsPlainValues(event.tenant())) {
			throw new UnreadableEvent("Event " + event.id() + " has no sealed values, and the tenant takes no others");
		}
		return told.values();
	}

	private Map<String, Object> open(String eventId, String sealed) {
		try {
			return this.json.readValue(this.keys.open(sealed), VALUES);
		}
		catch (CannotOpen | JacksonException unreadable) {
			throw new UnreadableEvent("The sealed values of event " + eventId + " can't be opened or read");
		}
	}

}
