package dev.insyn.contact.records;

import java.time.Instant;

import dev.insyn.events.RecordTypeChanged;
import dev.insyn.events.Topics;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;

/// Tells that the register of record types changed. All changes of a tenant's have one key, so that they stay in order.
final class RecordTypeMessaging {

	static final String CREATED = RecordTypeChanged.CREATED;

	static final String UPDATED = RecordTypeChanged.UPDATED;

	static final String DELETED = RecordTypeChanged.DELETED;

	private RecordTypeMessaging() {
	}

	static OutgoingEvent changed(TenantId tenant, String type, String change, Actor by, Instant at) {
		return new OutgoingEvent(Topics.CONTACTS, RecordTypeChanged.TYPE, tenant, type, tenant + ":record-types", by,
				new RecordTypeChanged(type, change, by.toString(), at));
	}

}
