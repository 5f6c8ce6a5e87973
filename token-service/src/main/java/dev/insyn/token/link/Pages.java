package dev.insyn.token.link;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The published pages, as learnt from `landing-page.published` and `landing-page.archived`.
@Component
public class Pages {

	private final TenantDocuments<PageRules> documents;

	Pages(TenantDocumentsFactory documents) {
		this.documents = documents.of("pages", PageRules.class);
	}

	/// Empty if it never was published.
	public Optional<PageRules> find(TenantId tenant, String page) {
		return this.documents.find(tenant, page).map(Stored::state);
	}

	/// Whether the page was taken from its contacts, so that no link to it works.
	boolean isArchived(TenantId tenant, String page) {
		return find(tenant, page).filter(PageRules::isArchived).isPresent();
	}

	/// Those to which links can be issued, by number.
	List<Stored<PageRules>> open(TenantId tenant) {
		return this.documents.find(tenant, new Criteria(), Sort.unsorted(), 0)
			.stream()
			.filter((page) -> !page.state().isArchived())
			.sorted(Comparator.comparing(Stored::id))
			.toList();
	}

	/// The pages that contacts find in their portal, by number.
	public List<String> inPortal(TenantId tenant) {
		return this.documents.find(tenant, Criteria.where("portal").is(true), Sort.unsorted(), 0)
			.stream()
			.filter((page) -> !page.state().isArchived())
			.map(Stored::id)
			.sorted()
			.toList();
	}

	/// @param cause the event's id
	/// @param version the newest that had been published; a newer one goes on
	void archive(TenantId tenant, String page, String cause, int version) {
		if (find(tenant, page).isPresent()) {
			this.documents.changeOnce(tenant, page, cause,
					(known) -> (known.version() > version) ? Change.unchanged(known) : Change.of(known.archive()));
		}
	}

	/// @param cause the event's id
	void learn(TenantId tenant, String page, String cause, PageRules rules) {
		this.documents.upsertOnce(tenant, page, cause,
				(known) -> known.filter((old) -> old.version() > rules.version())
					.map(Change::unchanged)
					.orElseGet(() -> Change.of(rules)));
	}

}
