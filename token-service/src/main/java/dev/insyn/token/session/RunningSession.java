package dev.insyn.token.session;

import java.time.Instant;

import dev.insyn.platform.store.Stored;

/// A sign-in that goes on, as the user and its administrators may see it.
///
/// @param seen when it was used last, to five minutes
public record RunningSession(String id, String user, Instant began, Instant seen, Browser browser) {

	static RunningSession of(Stored<UserSession> session) {
		UserSession state = session.state();
		return new RunningSession(session.id(), state.user(), state.began(), state.seen(), state.browser());
	}

}
