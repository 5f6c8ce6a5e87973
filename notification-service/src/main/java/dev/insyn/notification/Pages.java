package dev.insyn.notification;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The rules of the tenants' pages, as the pages' last publishing told them.
@Component
public class Pages {

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
	public String name(TenantId tenant, String page, String language) {
		return this.documents.find(tenant, page).map((rules) -> rules.state().name(language)).orElse(page);
	}

	/// All that were ever published, in the order of their numbers.
	public List<PageRules> all(TenantId tenant) {
		return this.documents.find(tenant, new Criteria(), Sort.unsorted(), 0)
			.stream()
			.map(Stored::state)
			.sorted(Comparator.comparing(PageRules::page))
			.toList();
	}

	/// Links to it do not work until a newer version is published.
	void archive(TenantId tenant, String page, int version, Instant at, String cause) {
		if (this.documents.find(tenant, page).isPresent()) {
			this.documents.changeOnce(tenant, page, cause,
					(rules) -> (rules.version() <= version) ? Change.of(rules.archived(at)) : Change.unchanged(rules));
		}
	}

	/// The labels of a page's fields; the keys while nothing else is known.
	public List<String> labels(TenantId tenant, String page, List<String> keys, String language) {
		return this.documents.find(tenant, page).map((rules) -> rules.state().labels(keys, language)).orElse(keys);
	}

	/// @throws RulesNotKnownYet if no publishing of the page was received so far
	PageRules rules(TenantId tenant, String page) {
		return this.documents.find(tenant, page).map(Stored::state).orElseThrow(() -> new RulesNotKnownYet(page));
	}

}
