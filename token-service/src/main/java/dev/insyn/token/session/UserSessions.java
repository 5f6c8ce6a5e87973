package dev.insyn.token.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.sealing.SealedValue;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.TokenSettings;
import dev.insyn.token.signing.UserVisit;
import dev.insyn.token.user.User;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The sign-ins of users, by a random id.
@Component
class UserSessions {

	private final TenantDocuments<UserSession> documents;

	private final TokenSettings.UserSessions limits;

	private final RefreshTokens refreshTokens;

	private final Clock clock;

	UserSessions(TenantDocumentsFactory documents, RefreshTokens refreshTokens, TokenSettings settings, Clock clock) {
		this.refreshTokens = refreshTokens;
		this.documents = documents.of("user_sessions", UserSession.class).indexed("user");
		this.limits = settings.userSessions();
		this.clock = clock;
	}

	Stored<UserSession> begin(User user, Browser browser, Voucher voucher) {
		String id = UUID.randomUUID().toString();
		UserSession begun = UserSession.begin(user.id(), now(), browser, voucher.by(),
				vouching(user.tenant(), id, voucher));
		return this.documents.insert(user.tenant(), id,
				Change.of(begun).with(SessionMessaging.signedIn(user, id, begun)));
	}

	/// The session that a token speaks of, if it goes on; it counts as seen.
	Optional<Stored<UserSession>> see(UserVisit visit) {
		Instant now = now();
		return change(visit.tenant(), visit.session(),
				(session) -> (isOn(session) && !session.wasSeenLately(now)) ? Change.of(session.see(now))
						: Change.unchanged(session))
			.filter((seen) -> isOn(seen.state()) && seen.state().user().equals(visit.user()));
	}

	/// To ask the provider again, if it was asked longer ago than this; of several
	/// instances one may.
	Optional<Stored<UserSession>> claimCheck(Stored<UserSession> seen, Duration every) {
		Instant now = now();
		boolean[] claimed = { false };
		return change(seen.tenant(), seen.id(), (session) -> {
			UserSession.Vouching vouching = session.vouching();
			claimed[0] = vouching != null && isOn(session) && !now.isBefore(vouching.checked().plus(every));
			return claimed[0] ? Change.of(session.vouchedFor(checked(vouching, now))) : Change.unchanged(session);
		}).filter((_) -> claimed[0]);
	}

	/// What the provider gave to be asked with the next time.
	void keep(Stored<UserSession> checked, SealedValue refreshToken) {
		change(checked.tenant(), checked.id(), (session) -> {
			UserSession.Vouching vouching = session.vouching();
			return (vouching != null)
					? Change.of(session
						.vouchedFor(new UserSession.Vouching(vouching.provider(), refreshToken, vouching.checked())))
					: Change.unchanged(session);
		});
	}

	/// The user's own sign-out. Ending twice changes nothing.
	/// @return the session, if it is the user's
	Optional<Stored<UserSession>> signOut(UserVisit visit) {
		return end(visit.tenant(), visit.user(), visit.session(),
				(ended) -> SessionMessaging.signedOut(visit.tenant(), visit.session(), ended));
	}

	/// Somebody ends it from elsewhere.
	/// @param user whose it must be
	void revoke(TenantId tenant, String user, String id, Actor actor) {
		end(tenant, user, id, (ended) -> SessionMessaging.revoked(tenant, id, ended, actor));
	}

	/// Those of a user that go on, latest first.
	List<Stored<UserSession>> of(TenantId tenant, String user) {
		return on(tenant, Criteria.where("user").is(user));
	}

	/// Those of all users of the tenant that go on, latest first.
	List<Stored<UserSession>> of(TenantId tenant) {
		return on(tenant, new Criteria());
	}

	/// @return how many sessions were forgotten that nobody has seen since
	long purgeSeenBefore(Instant limit) {
		return this.documents.purgeBefore("seen", limit);
	}

	private Optional<Stored<UserSession>> end(TenantId tenant, String user, String id,
			Function<UserSession, OutgoingEvent> telling) {
		Instant now = now();
		return change(tenant, id, (session) -> {
			if (!isOn(session) || !user.equals(session.user())) {
				return Change.unchanged(session);
			}
			UserSession ended = session.end(now);
			return Change.of(ended).with(telling.apply(ended));
		}).filter((session) -> user.equals(session.state().user()));
	}

	private UserSession.@Nullable Vouching vouching(TenantId tenant, String session, Voucher voucher) {
		String token = voucher.refreshToken();
		return (voucher.provider() != null) ? new UserSession.Vouching(voucher.provider(),
				(token != null) ? this.refreshTokens.seal(tenant, session, token) : null, now()) : null;
	}

	private static UserSession.@Nullable Vouching checked(UserSession.@Nullable Vouching vouching, Instant now) {
		return (vouching != null) ? new UserSession.Vouching(vouching.provider(), vouching.refreshToken(), now) : null;
	}

	private Optional<Stored<UserSession>> change(TenantId tenant, String id,
			Function<UserSession, Change<UserSession>> act) {
		try {
			return Optional.of(this.documents.change(tenant, id, act));
		}
		catch (NotFound unknownOrForgotten) {
			return Optional.empty();
		}
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
