package dev.insyn.page.own;

import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.security.ContactCaller;
import dev.insyn.platform.security.PortalCaller;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/// A contact at a page that it may see.
///
/// @param page its number
/// @param link null from the portal
/// @param session the link's opening or the sign-in that it goes back to
public record PageVisit(TenantId tenant, String contact, String page, @Nullable String link, String session) {

	static PageVisit byLink(ContactCaller caller) {
		return new PageVisit(caller.tenant(), caller.contact(), caller.page(), caller.link(), caller.session());
	}

	/// @param page one that stands in the portal
	static PageVisit byPortal(PortalCaller caller, String page) {
		return new PageVisit(caller.tenant(), caller.contact(), page, null, caller.session());
	}

	/// What a form carries, so that one that was drawn for another contact or link in the
	/// same browser is not taken for this one's.
	String mark() {
		return (this.link != null) ? this.link : "portal-" + this.contact;
	}

	boolean isFromPortal() {
		return this.link == null;
	}

	Actor actor() {
		return Actor.contact(this.contact);
	}

}
