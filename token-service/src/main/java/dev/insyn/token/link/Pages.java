package dev.insyn.token.link;

import java.util.Optional;

import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// The published pages, as learnt from `landing-page.published`.
@Component
class Pages {

	private final TenantDocuments<PageRules> documents;

	Pages(TenantDocumentsFactory documents) {
		this.documents = documents.of("pages", PageRules.class);
	}

	Optional<PageRules> find(TenantId tenant, String page) {
		return this.documents.find(tenant, page).map(Stored::state);
	}

	/// @param cause the event's id
	void learn(TenantId tenant, String page, String cause, PageRules rules) {
		this.documents.upsertOnce(tenant, page, cause,
				(known) -> known.filter((old) -> old.version() > rules.version())
					.map(Change::unchanged)
					.orElseGet(() -> Change.of(rules)));
	}

}
