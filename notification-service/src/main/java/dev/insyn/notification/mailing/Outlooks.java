package dev.insyn.notification.mailing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// What was found out of mailings before they are sent.
@Component
class Outlooks {

	private final TenantDocuments<Outlook> documents;

	Outlooks(TenantDocumentsFactory factory) {
		this.documents = factory.of("outlooks", Outlook.class);
	}

	void keep(TenantId tenant, String mailing, Outlook outlook) {
		this.documents.upsertOnce(tenant, mailing, UUID.randomUUID().toString(), (known) -> Change.of(outlook));
	}

	Optional<Outlook> find(TenantId tenant, String mailing) {
		return this.documents.find(tenant, mailing).map(Stored::state);
	}

	long purgeBefore(Instant limit) {
		return this.documents.purgeBefore("begun", limit);
	}

}
