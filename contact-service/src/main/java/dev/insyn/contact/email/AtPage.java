package dev.insyn.contact.email;

import java.util.regex.Pattern;

import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.ContactCaller;
import dev.insyn.platform.security.PortalCaller;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/// A contact at a page, by a link or from the portal.
///
/// @param link null from the portal
record AtPage(TenantId tenant, String contact, String page, @Nullable String link) {

	private static final Pattern PAGE = Pattern.compile("P\\d{2,9}");

	/// @param page which page, where the token doesn't say it
	/// @throws Problem 403 for anybody but a contact
	static AtPage of(Caller caller, @Nullable String page) {
		return switch (caller) {
			case ContactCaller own -> new AtPage(own.tenant(), own.contact(), own.page(), own.link());
			case PortalCaller own when page != null && PAGE.matcher(page).matches() ->
				new AtPage(own.tenant(), own.contact(), page, null);
			default -> throw new Problem(HttpStatus.FORBIDDEN, "urn:insyn:problem:wrong-caller",
					"Only a contact changes its e-mail address, at a page");
		};
	}

	Actor actor() {
		return Actor.contact(this.contact);
	}

}
