package dev.insyn.notification;

import java.util.List;

import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// The rules of the tenants' pages, as the pages' last publishing told them.
@Component
class Pages {

	private final TenantDocuments<PageRules> documents;

	Pages(TenantDocumentsFactory factory) {
		this.documents = factory.of("pages", PageRules.class);
	}

	/// Learns a page's rules; publishings may arrive twice and in any order.
	void learn(TenantId tenant, PageRules rules, String cause) {
		this.documents.upsertOnce(tenant, rules.page(), cause,
				(known) -> known.filter((newer) -> newer.version() >= rules.version())
					.map(Change::unchanged)
					.orElseGet(() -> Change.of(rules)));
	}

	/// The page's name as users know it; its number while nothing else is known.
	String name(TenantId tenant, String page, String language) {
		return this.documents.find(tenant, page).map((rules) -> rules.state().name(language)).orElse(page);
	}

	/// The labels of a page's fields; the keys while nothing else is known.
	List<String> labels(TenantId tenant, String page, List<String> keys, String language) {
		return this.documents.find(tenant, page).map((rules) -> rules.state().labels(keys, language)).orElse(keys);
	}

	/// @throws RulesNotKnownYet if no publishing of the page was received so far
	PageRules rules(TenantId tenant, String page) {
		return this.documents.find(tenant, page).map(Stored::state).orElseThrow(() -> new RulesNotKnownYet(page));
	}

}
