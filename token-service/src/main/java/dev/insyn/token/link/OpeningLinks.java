package dev.insyn.token.link;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.Stored;
import dev.insyn.token.signing.AccessToken;
import dev.insyn.token.signing.AccessTokens;
import dev.insyn.token.signing.ContactSession;

import org.springframework.stereotype.Component;

/// A person presses *continue* on a link.
@Component
public class OpeningLinks {

	private final Links links;

	private final Pages pages;

	private final AccessTokens tokens;

	private final Clock clock;

	OpeningLinks(Links links, Pages pages, AccessTokens tokens, Clock clock) {
		this.links = links;
		this.pages = pages;
		this.tokens = tokens;
		this.clock = clock;
	}

	/// The link whose token it is, if it works; looking changes nothing.
	Optional<Stored<Link>> working(String token) {
		return LinkToken.parse(token).flatMap(this.links::find).filter(this::works);
	}

	private boolean works(Stored<Link> link) {
		return link.state().works(this.clock.instant()) && !this.pages.isArchived(link.tenant(), link.state().page());
	}

	/// @throws LinkDoesNotWork if it does not work any more
	Opened open(Stored<Link> found) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		String session = UUID.randomUUID().toString();
		Link link;
		try {
			link = this.links
				.change(found.tenant(), found.id(),
						(current) -> Change.of(current.open(now))
							.with(LinkEvents.opened(found.tenant(), found.id(), current, now, session)))
				.state();
		}
		catch (NotFound meanwhile) {
			throw new LinkDoesNotWork();
		}
		return new Opened(link.page(), this.tokens
			.forContact(new ContactSession(found.tenant(), link.contact(), link.page(), found.id(), session, now)));
	}

	/// Whether a session may go on: its link is there, works, and is still the one that
	/// the session says.
	public boolean maintains(ContactSession session) {
		return this.links.find(session.tenant(), session.link())
			.filter(this::works)
			.map(Stored::state)
			.filter((link) -> link.contact().equals(session.contact()) && link.page().equals(session.page()))
			.isPresent();
	}

	/// @param page to go to
	record Opened(String page, AccessToken token) {
	}

}
