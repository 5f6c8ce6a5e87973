package dev.insyn.events;

import java.time.Instant;

/// A user signed in to the console.
///
/// @param session the sign-in, by the id that its end is told with
/// @param by `password` or `oidc`
/// @param level the permission level at that moment
public record UserSignedIn(String user, String session, String by, int level, Instant at) {

	public static final String TOPIC = Topics.USERS;

	public static final String TYPE = "user.signed-in.v1";

}
