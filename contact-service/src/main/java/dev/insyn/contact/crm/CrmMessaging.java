package dev.insyn.contact.crm;

import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

import dev.insyn.contact.CrmReference;
import dev.insyn.events.CrmContactDeleted;
import dev.insyn.events.CrmContactUpserted;
import dev.insyn.events.CrmRecordsDeleted;
import dev.insyn.events.CrmRecordsUpserted;
import dev.insyn.platform.messaging.EventHandlers;
import dev.insyn.platform.messaging.IncomingEvent;
import dev.insyn.platform.messaging.UnreadableEvent;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/// `insyn.crm`: what CRM systems tell. What can't be opened goes to the dead letters, by no other name than the event's
/// id.
@Configuration(proxyBeanMethods = false)
class CrmMessaging {

	private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {
	};

	private final HearingFromCrm hearing;

	private final HearingRecords records;

	private final CrmContent content;

	private final JsonMapper json;

	CrmMessaging(HearingFromCrm hearing, HearingRecords records, CrmContent content, JsonMapper json) {
		this.hearing = hearing;
		this.records = records;
		this.content = content;
		this.json = json;
	}

	@Bean
	Consumer<Message<byte[]>> crm() {
		return EventHandlers.builder(this.json)
			.on(CrmContactUpserted.TYPE, CrmContactUpserted.class, this::upserted)
			.on(CrmContactDeleted.TYPE, CrmContactDeleted.class, this::deleted)
			.on(CrmRecordsUpserted.TYPE, CrmRecordsUpserted.class, this::recordsUpserted)
			.on(CrmRecordsDeleted.TYPE, CrmRecordsDeleted.class, this::recordsDeleted)
			.build();
	}

	private void upserted(IncomingEvent<CrmContactUpserted> event) {
		CrmContactUpserted told = event.body();
		CrmReference crm = reference(event, told.source(), told.crmId(), told.revision(), told.changedAt());
		Map<String, Object> values = this.content.open(event, told.sealed(), told.values(), VALUES);
		this.hearing.upserted(event.tenant(), crm, told.organisation(), values, event.id());
	}

	private void deleted(IncomingEvent<CrmContactDeleted> event) {
		CrmContactDeleted told = event.body();
		CrmReference crm = reference(event, told.source(), told.crmId(), told.revision(), told.changedAt());
		this.hearing.deleted(event.tenant(), crm, event.id());
	}

	private void recordsUpserted(IncomingEvent<CrmRecordsUpserted> event) {
		CrmRecordsUpserted told = event.body();
		RecordsWord word = RecordsWord.of(event, told.source(), told.type(), told.crmId(), told.organisation());
		this.records.hear(word.telling(this.content.open(event, told.sealed(), told.values(), RecordsWord.CONTENT)));
	}

	private void recordsDeleted(IncomingEvent<CrmRecordsDeleted> event) {
		CrmRecordsDeleted told = event.body();
		RecordsWord word = RecordsWord.of(event, told.source(), told.type(), told.crmId(), told.organisation());
		this.records.hear(word.deleting(this.content.open(event, told.sealed(), told.values(), RecordsWord.CONTENT)));
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

}
