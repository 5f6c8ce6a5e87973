package dev.insyn.platform.security;

import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.tenancy.TenantId;

/// A contact who signed in to its tenant's portal. It belongs to no page and no link: whoever serves a page decides
/// whether the page stands in the portal.
///
/// @param session the sign-in that the token goes back to
public record PortalCaller(TenantId tenant, String contact, String session) implements Caller {

	@Override
	public Actor actor() {
		return Actor.contact(this.contact);
	}

}
