package dev.insyn.token.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Inserting;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// All links, by id.
@Component
public class Links {

	private static final Sort NEWEST_FIRST = Sort.by(Sort.Order.desc("issued"), Sort.Order.asc("contact"));

	private final TenantDocuments<Link> documents;

	private final Tenants tenants;

	Links(TenantDocumentsFactory documents, Tenants tenants) {
		this.documents = documents.bundled("links", Link.class).indexed("contact", "page", "mailing");
		this.tenants = tenants;
	}

	/// For links by the thousand.
	Inserting<Link> adding(TenantId tenant) {
		return this.documents.inserting(tenant);
	}

	void add(TenantId tenant, String id, Change<Link> issued) {
		this.documents.insert(tenant, id, issued);
	}

	/// A link by its token; one lookup, whether or not there is such a link.
	public Optional<Stored<Link>> find(LinkToken token) {
		return this.tenants.find(token.tenant()).flatMap((tenant) -> find(tenant.id(), token.linkId()));
	}

	/// @param id as [LinkToken#linkId] says it
	public Optional<Stored<Link>> find(TenantId tenant, String id) {
		return this.documents.find(tenant, id);
	}

	/// Newest first.
	public List<Stored<Link>> ofContact(TenantId tenant, String contact, int limit) {
		return list(tenant, LinkFilter.ofContact(contact), null, limit);
	}

	/// Newest first; those of one moment by contact.
	/// @param after the last one that was seen, null to begin
	List<Stored<Link>> list(TenantId tenant, LinkFilter filter, @Nullable Place after, int limit) {
		Criteria criteria = filter.criteria();
		if (after != null) {
			criteria = criteria.orOperator(Criteria.where("issued").lt(after.issued()),
					Criteria.where("issued").is(after.issued()).and("contact").gt(after.contact()));
		}
		return this.documents.find(tenant, criteria, NEWEST_FIRST, limit);
	}

	long count(TenantId tenant, LinkFilter filter, boolean unrevoked) {
		return this.documents.count(tenant, unrevoked ? filter.criteria().and("revoked").isNull() : filter.criteria());
	}

	/// @throws dev.insyn.platform.store.NotFound if the tenant has no such link
	Stored<Link> change(TenantId tenant, String id, Function<Link, Change<Link>> act) {
		return this.documents.change(tenant, id, act);
	}

	/// Changes some of those that are not revoked yet.
	/// @return how many
	int changeSome(TenantId tenant, LinkFilter filter, Function<Stored<Link>, Change<Link>> act) {
		return this.documents.changeSome(tenant, filter.criteria().and("revoked").isNull(), act);
	}

	long purgeExpiredBefore(Instant limit) {
		return this.documents.purgeBefore("expires", limit);
	}

	/// Where a list goes on.
	record Place(Instant issued, String contact) {
	}

}
