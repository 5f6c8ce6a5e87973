package dev.insyn.token.link;

import java.time.Clock;

import dev.insyn.platform.store.Stored;
import dev.insyn.token.code.AccessCodes;
import dev.insyn.token.code.Purpose;

import org.springframework.stereotype.Component;

/// Some links open only with a code, mailed to the contact's address on file: those of a page whose rule asks for it, and
/// those that never expire and are old, as an old mail may have got into other hands.
@Component
class OpeningByCode {

	private final AccessCodes codes;

	private final Pages pages;

	private final OldLinkSettings oldLinks;

	private final Clock clock;

	OpeningByCode(AccessCodes codes, Pages pages, OldLinkSettings oldLinks, Clock clock) {
		this.codes = codes;
		this.pages = pages;
		this.oldLinks = oldLinks;
		this.clock = clock;
	}

	boolean asksForCode(Stored<Link> link) {
		return link.state().isOlderThan(this.oldLinks.of(link.tenant()), this.clock.instant())
				|| this.pages.find(link.tenant(), link.state().page()).filter(PageRules::asksForCode).isPresent();
	}

	/// @return the challenge's id
	String send(Stored<Link> link, String language) {
		return this.codes.ask(link.tenant(), link.state().contact(), Purpose.LINK, link.state().page(), language);
	}

	/// A code that was mailed for another link's contact or page opens nothing here.
	AccessCodes.Answer enter(Stored<Link> link, String challenge, String typed) {
		return this.codes.enter(link.tenant(), Purpose.LINK, challenge, typed);
	}

	static boolean proves(AccessCodes.Answer answer, Link link) {
		return answer.contacts().contains(link.contact()) && link.page().equals(answer.page());
	}

}
