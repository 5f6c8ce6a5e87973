package dev.insyn.token.session;

import java.time.Duration;

import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.sealing.SealedValue;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.user.User;
import dev.insyn.token.user.Users;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/// Asks a provider now and then whether it still vouches for whom it let in, so that who is removed or lowered there is so
/// here while the session goes on. Nobody waits for the answer: it counts from the next access token on.
@Component
class RecheckingSessions {

	private static final Logger logger = LoggerFactory.getLogger(RecheckingSessions.class);

	private static final Actor ACTOR = Actor.system("token-service");

	private final UserSessions sessions;

	private final Users users;

	private final Vouchers vouchers;

	private final RefreshTokens refreshTokens;

	RecheckingSessions(UserSessions sessions, Users users, Vouchers vouchers, RefreshTokens refreshTokens) {
		this.sessions = sessions;
		this.users = users;
		this.vouchers = vouchers;
		this.refreshTokens = refreshTokens;
	}

	/// If it is due, and no other instance is at it: a refresh token that is used twice
	/// may be taken for stolen.
	void checkIfDue(Stored<UserSession> session) {
		UserSession.Vouching vouching = session.state().vouching();
		if (vouching == null || vouching.refreshToken() == null) {
			return;
		}
		Duration every = this.vouchers.every(vouching.provider());
		if (every.isPositive()) {
			this.sessions.claimCheck(session, every)
				.ifPresent((claimed) -> Thread.ofVirtual().name("provider-check").start(() -> check(claimed)));
		}
	}

	private void check(Stored<UserSession> session) {
		UserSession.Vouching vouching = session.state().vouching();
		SealedValue sealed = (vouching != null) ? vouching.refreshToken() : null;
		if (vouching == null || sealed == null) {
			return;
		}
		try {
			String token = this.refreshTokens.open(session.tenant(), session.id(), sealed);
			answered(session, this.vouchers.ask(vouching.provider(), token));
		}
		catch (RuntimeException failure) {
			logger.warn("A session could not be checked with its provider: {}", failure.getClass().getSimpleName());
		}
	}

	private void answered(Stored<UserSession> session, Vouchers.Answer answer) {
		TenantId tenant = session.tenant();
		switch (answer) {
			case Vouchers.Vouched vouched when isStill(session, vouched.user()) -> {
				String next = vouched.refreshToken();
				if (next != null) {
					this.sessions.keep(session, this.refreshTokens.seal(tenant, session.id(), next));
				}
				if (vouched.user() != null) {
					this.users.renew(vouched.user());
				}
			}
			case Vouchers.NotNow _ -> logger.info("A provider does not answer; its users' sessions go on");
			default -> this.sessions.revoke(tenant, session.state().user(), session.id(), ACTOR);
		}
	}

	/// Whom the provider moved to another tenant is somebody else here.
	private static boolean isStill(Stored<UserSession> session, @Nullable User user) {
		return user == null || (user.tenant().equals(session.tenant()) && user.id().equals(session.state().user()));
	}

}
