package dev.insyn.token.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.PortalCaller;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.TokenSettings;
import dev.insyn.token.session.Browser;
import dev.insyn.token.signing.AccessToken;
import dev.insyn.token.signing.AccessTokens;
import dev.insyn.token.signing.PortalVisit;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The sign-ins of contacts, by a random id: each sign-in begins one of its own, whatever the browser had before.
@Component
public class PortalSessions {

	private static final Duration REMEMBERED = Duration.ofDays(1);

	private final TenantDocuments<PortalSession> documents;

	private final AccessTokens tokens;

	private final Duration longest;

	private final Clock clock;

	PortalSessions(TenantDocumentsFactory documents, AccessTokens tokens, TokenSettings settings, Clock clock) {
		this.documents = documents.of("portal_sessions", PortalSession.class).indexed("contact");
		this.tokens = tokens;
		this.longest = settings.session();
		this.clock = clock;
	}

	/// @param contact who has proved to be it
	AccessToken begin(TenantId tenant, String contact, Browser browser, PortalWay by) {
		String id = UUID.randomUUID().toString();
		PortalSession begun = new PortalSession(contact, now(), browser, by, null);
		this.documents.insert(tenant, id, Change.of(begun).with(PortalMessaging.signedIn(tenant, id, begun)));
		return token(tenant, id, begun);
	}

	/// Begins the one session that a proof is good for. However often and however
	/// concurrently it is shown, it is one: who comes second gets the same.
	/// @param proof what was answered, known to one browser; not to be found in the
	/// session's id
	/// @return empty if it was for another contact, or is over
	Optional<Begun> beginOnce(TenantId tenant, String contact, Browser browser, PortalWay by, String proof) {
		String id = PortalSession.idFrom(tenant, proof);
		PortalSession begun = new PortalSession(contact, now(), browser, by, null);
		try {
			this.documents.insert(tenant, id, Change.of(begun).with(PortalMessaging.signedIn(tenant, id, begun)));
			return Optional.of(new Begun(token(tenant, id, begun), true));
		}
		catch (AlreadyExists pressedTwice) {
			return this.documents.find(tenant, id)
				.map(Stored::state)
				.filter((first) -> isOn(first) && first.contact().equals(contact))
				.map((first) -> new Begun(token(tenant, id, first), false));
		}
	}

	/// Whether the session that a token speaks of goes on.
	public boolean goesOn(PortalVisit visit) {
		return find(visit).isPresent();
	}

	/// The contact that is signed in to this tenant's portal, while its session goes
	/// on: a token alone lives on after it.
	Optional<PortalCaller> contact(TenantId tenant, Caller caller) {
		return (caller instanceof PortalCaller own && own.tenant().equals(tenant))
				? this.documents.find(tenant, own.session())
					.filter((known) -> isOn(known.state()) && known.state().contact().equals(own.contact()))
					.map((_) -> own)
				: Optional.empty();
	}

	/// A new token for one that ends soon or has ended.
	public Optional<AccessToken> renew(PortalVisit visit) {
		return find(visit).map((session) -> token(visit.tenant(), session.id(), session.state()));
	}

	/// Ends one session; another contact's is left alone. Ending twice changes nothing.
	void end(TenantId tenant, String contact, String id) {
		Instant now = now();
		try {
			this.documents.change(tenant, id, (session) -> {
				if (!isOn(session) || !contact.equals(session.contact())) {
					return Change.unchanged(session);
				}
				PortalSession ended = session.end(now);
				return Change.of(ended).with(PortalMessaging.signedOut(tenant, id, ended, now));
			});
		}
		catch (NotFound unknownOrForgotten) {
			// then it is over
		}
	}

	/// All of a contact's that go on.
	void endAll(TenantId tenant, String contact) {
		of(tenant, contact).forEach((session) -> end(tenant, contact, session.id()));
	}

	/// Those of a contact that go on, latest first.
	List<Stored<PortalSession>> of(TenantId tenant, String contact) {
		return this.documents
			.find(tenant, Criteria.where("contact").is(contact), Sort.by(Sort.Direction.DESC, "began"), 0)
			.stream()
			.filter((session) -> isOn(session.state()))
			.toList();
	}

	@Scheduled(initialDelay = 14, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forgetOld() {
		this.documents.purgeBefore("began", this.clock.instant().minus(this.longest).minus(REMEMBERED));
	}

	private Optional<Stored<PortalSession>> find(PortalVisit visit) {
		return this.documents.find(visit.tenant(), visit.session())
			.filter((session) -> isOn(session.state()) && session.state().contact().equals(visit.contact()));
	}

	private boolean isOn(PortalSession session) {
		return session.ended() == null && now().isBefore(session.began().plus(this.longest));
	}

	private AccessToken token(TenantId tenant, String id, PortalSession session) {
		return this.tokens.forPortal(new PortalVisit(tenant, session.contact(), id, session.began()));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/// A session that goes on.
	///
	/// @param first whether it began just now
	record Begun(AccessToken token, boolean first) {
	}

}
