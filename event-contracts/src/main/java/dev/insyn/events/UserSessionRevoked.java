package dev.insyn.events;

import java.time.Instant;

/// A user's session was ended from elsewhere: by the user itself in another browser, or by an administrator. Who it was
/// says `ce_actor`.
public record UserSessionRevoked(String user, String session, Instant at) {

	public static final String TOPIC = Topics.USERS;

	public static final String TYPE = "user.session-revoked.v1";

}
