package dev.insyn.page.own;

import java.util.Optional;

import dev.insyn.page.pages.LivePage;
import dev.insyn.page.pages.Pages;
import dev.insyn.page.session.OpenSessions;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.ContactCaller;
import dev.insyn.platform.security.PortalCaller;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Decides which page a contact may see: by a link the link's own, from the portal those whose rules say that they stand
/// there.
@Component
class Visits {

	private final Pages pages;

	private final OpenSessions sessions;

	Visits(Pages pages, OpenSessions sessions) {
		this.pages = pages;
		this.sessions = sessions;
	}

	/// @param number of the page in the address
	/// @throws Problem 403 for anybody but a contact
	/// @throws dev.insyn.page.session.SessionOver if the sign-in to the portal is over
	PageVisit of(Caller caller, String number) {
		return switch (caller) {
			case ContactCaller contact -> PageVisit.byLink(contact);
			case PortalCaller contact -> {
				this.sessions.require(contact);
				yield PageVisit.byPortal(contact, number);
			}
			default -> throw new Problem(HttpStatus.FORBIDDEN, "urn:insyn:problem:wrong-caller", "For contacts alone");
		};
	}

	/// Empty if there is no such page, or if it does not stand in the portal: which of
	/// both is not said.
	Optional<LivePage> page(PageVisit visit) {
		return this.pages.live(visit.tenant(), visit.page())
			.filter((page) -> !visit.isFromPortal() || page.content().rules().portal());
	}

}
