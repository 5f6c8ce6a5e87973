package dev.insyn.token.link;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// All links, by id.
@Component
class Links {

	private final TenantDocuments<Link> documents;

	private final Tenants tenants;

	Links(TenantDocumentsFactory documents, Tenants tenants) {
		this.documents = documents.of("links", Link.class);
		this.tenants = tenants;
	}

	void add(TenantId tenant, Map<String, Change<Link>> issued) {
		this.documents.insertAll(tenant, issued);
	}

	/// A link by its token: the token alone says whose it is, as whoever opens a link is
	/// known by nothing else.
	Optional<Stored<Link>> find(LinkToken token) {
		String id = token.linkId();
		return this.tenants.all()
			.stream()
			.map(Tenant::id)
			.flatMap((tenant) -> this.documents.find(tenant, id).stream())
			.findFirst();
	}

	Optional<Stored<Link>> find(TenantId tenant, String id) {
		return this.documents.find(tenant, id);
	}

	/// Newest first.
	List<Stored<Link>> of(TenantId tenant, String contact, int limit) {
		return this.documents.find(tenant, Criteria.where("contact").is(contact),
				Sort.by(Sort.Direction.DESC, "issued"), limit);
	}

	/// @throws dev.insyn.platform.store.NotFound if the tenant has no such link
	Stored<Link> change(TenantId tenant, String id, Function<Link, Change<Link>> act) {
		return this.documents.change(tenant, id, act);
	}

	long purgeExpiredBefore(Instant limit) {
		return this.documents.purgeBefore("expires", limit);
	}

}
