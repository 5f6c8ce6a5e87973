package dev.insyn.token.session;

import dev.insyn.events.UserSessionRevoked;
import dev.insyn.events.UserSignedIn;
import dev.insyn.events.UserSignedOut;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.user.User;

/// What is told of users' sessions.
final class SessionMessaging {

	private SessionMessaging() {
	}

	static OutgoingEvent signedIn(User user, String session, UserSession begun) {
		UserSignedIn body = new UserSignedIn(user.id(), session, begun.by().word(), user.level(), begun.began());
		return event(user.tenant(), UserSignedIn.TYPE, user.id(), Actor.user(user.id()), body);
	}

	static OutgoingEvent signedOut(TenantId tenant, String session, UserSession ended) {
		UserSignedOut body = new UserSignedOut(ended.user(), session, ended.endedAt());
		return event(tenant, UserSignedOut.TYPE, ended.user(), Actor.user(ended.user()), body);
	}

	static OutgoingEvent revoked(TenantId tenant, String session, UserSession ended, Actor actor) {
		UserSessionRevoked body = new UserSessionRevoked(ended.user(), session, ended.endedAt());
		return event(tenant, UserSessionRevoked.TYPE, ended.user(), actor, body);
	}

	private static OutgoingEvent event(TenantId tenant, String type, String user, Actor actor, Object body) {
		return new OutgoingEvent(UserSignedIn.TOPIC, type, tenant, user, actor, body);
	}

}
