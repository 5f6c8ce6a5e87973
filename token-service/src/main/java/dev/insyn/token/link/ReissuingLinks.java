package dev.insyn.token.link;

import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// A link gives way to a new one of the same contact to the same page, with a lifetime of its own.
@Component
class ReissuingLinks {

	private final Links links;

	private final IssuingLinks issuing;

	private final RevokingLinks revoking;

	ReissuingLinks(Links links, IssuingLinks issuing, RevokingLinks revoking) {
		this.links = links;
		this.issuing = issuing;
		this.revoking = revoking;
	}

	/// The new one is there before the old one goes: whatever dies in between, the
	/// contact
	/// is not left without.
	/// @throws NotFound if the tenant has no such link
	/// @throws dev.insyn.platform.errors.Problem 422 if no link can be issued to its
	/// page;
	/// then the old one stays as it is
	IssuingLinks.Issued reissue(TenantId tenant, String id, Actor actor) {
		Link old = this.links.find(tenant, id).map(Stored::state).orElseThrow(() -> new NotFound("links"));
		IssuingLinks.Issued issued = this.issuing.issueOne(tenant, new IssuingLinks.Purpose(old.page(), old.mailing()),
				old.contact(), actor);
		this.revoking.revoke(tenant, id, RevokingLinks.REPLACED, actor);
		return issued;
	}

}
