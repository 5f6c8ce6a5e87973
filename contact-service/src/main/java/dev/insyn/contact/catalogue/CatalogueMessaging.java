package dev.insyn.contact.catalogue;

import java.time.Instant;
import java.util.List;

import dev.insyn.events.FieldCatalogueChanged;
import dev.insyn.events.Topics;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;

/// Tells that the catalogue changed. All changes of a tenant's catalogue have one key, so that they stay in order.
final class CatalogueMessaging {

	static final String CREATED = FieldCatalogueChanged.CREATED;

	static final String UPDATED = FieldCatalogueChanged.UPDATED;

	static final String RETIRED = FieldCatalogueChanged.RETIRED;

	static final String RESTORED = FieldCatalogueChanged.RESTORED;

	static final String DELETED = FieldCatalogueChanged.DELETED;

	private CatalogueMessaging() {
	}

	static OutgoingEvent changed(TenantId tenant, String field, String kind, List<String> members, Actor by,
			Instant at) {
		return new OutgoingEvent(Topics.CONTACTS, FieldCatalogueChanged.TYPE, tenant, field,
				tenant + ":field-catalogue", by, new FieldCatalogueChanged(field, kind, members, by.toString(), at));
	}

}
