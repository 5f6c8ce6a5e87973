package dev.insyn.platform.security;

import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.tenancy.TenantId;

/// A contact who came by a link to one page.
public record ContactCaller(TenantId tenant, String contact, String page, String link,
		String session) implements Caller {

	@Override
	public Actor actor() {
		return Actor.contact(this.contact);
	}

}
