package dev.insyn.token.session;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.TokenSettings;
import dev.insyn.token.signing.UserVisit;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The sign-ins of users that go on, by a random id.
@Component
class UserSessions {

	private final TenantDocuments<UserSession> documents;

	private final TokenSettings.UserSessions limits;

	private final Clock clock;

	UserSessions(TenantDocumentsFactory documents, TokenSettings settings, Clock clock) {
		this.documents = documents.of("user_sessions", UserSession.class).indexed("user");
		this.limits = settings.userSessions();
		this.clock = clock;
	}

	Stored<UserSession> begin(TenantId tenant, String user, Browser browser, String source) {
		String id = UUID.randomUUID().toString();
		return this.documents.insert(tenant, id, Change.of(UserSession.begin(user, now(), browser, source)));
	}

	/// The session that a token speaks of, if it goes on; it counts as seen.
	Optional<Stored<UserSession>> see(UserVisit visit) {
		Instant now = now();
		try {
			Stored<UserSession> session = this.documents.change(visit.tenant(), visit.session(),
					(current) -> (isOn(current) && !current.wasSeenLately(now)) ? Change.of(current.see(now))
							: Change.unchanged(current));
			return Optional.of(session)
				.filter((seen) -> isOn(seen.state()) && seen.state().user().equals(visit.user()));
		}
		catch (NotFound unknown) {
			return Optional.empty();
		}
	}

	/// Those of a user that go on, latest first.
	List<Stored<UserSession>> of(TenantId tenant, String user) {
		return on(tenant, Criteria.where("user").is(user));
	}

	/// Those of all users of the tenant that go on, latest first.
	List<Stored<UserSession>> of(TenantId tenant) {
		return on(tenant, new Criteria());
	}

	/// Ending twice changes nothing.
	void end(TenantId tenant, String id) {
		Instant now = now();
		try {
			this.documents.change(tenant, id,
					(session) -> isOn(session) ? Change.of(session.end(now)) : Change.unchanged(session));
		}
		catch (NotFound forgotten) {
			// it has ended long ago
		}
	}

	/// @return how many sessions were forgotten that ended, or ran out, before then
	long purgeBefore(Instant limit) {
		return this.documents.purgeBefore("seen", limit);
	}

	private List<Stored<UserSession>> on(TenantId tenant, Criteria criteria) {
		return this.documents.find(tenant, criteria, Sort.by(Sort.Direction.DESC, "seen"), 0)
			.stream()
			.filter((session) -> isOn(session.state()))
			.toList();
	}

	private boolean isOn(UserSession session) {
		return session.isOn(now(), this.limits.longest(), this.limits.idle());
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
