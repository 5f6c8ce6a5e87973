package dev.insyn.token.session;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// Shows sessions that go on, and ends them from elsewhere: within the life of an access token they are over.
@Component
public class EndingSessions {

	private final UserSessions sessions;

	EndingSessions(UserSessions sessions) {
		this.sessions = sessions;
	}

	/// Those of a user, the one used last first.
	public List<RunningSession> of(TenantId tenant, String user) {
		return this.sessions.of(tenant, user).stream().map(RunningSession::of).toList();
	}

	/// How many each user of the tenant has; none for those who have none.
	public Map<String, Long> countByUser(TenantId tenant) {
		return this.sessions.of(tenant)
			.stream()
			.map((session) -> session.state().user())
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
	}

	/// One session; another user's is left alone.
	public void end(TenantId tenant, String user, String session, Actor by) {
		this.sessions.revoke(tenant, user, session, by);
	}

	/// All sessions of a user but one.
	/// @param kept the id of the one that goes on; empty to end them all
	public void endAllBut(TenantId tenant, String user, String kept, Actor by) {
		this.sessions.of(tenant, user)
			.stream()
			.filter((session) -> !session.id().equals(kept))
			.forEach((session) -> this.sessions.revoke(tenant, user, session.id(), by));
	}

}
