package dev.insyn.events;

import java.time.Instant;

/// A user signed out.
public record UserSignedOut(String user, String session, Instant at) {

	public static final String TOPIC = Topics.USERS;

	public static final String TYPE = "user.signed-out.v1";

}
