package dev.insyn.events;

import java.time.Instant;

/// A service refused a user because of its permission level.
///
/// @param route the pattern of the address, such as `/admin/pages/{page}`
/// @param needed the level that the address asks for
/// @param level the user's
/// @param untold how many refusals of this user before this one were too many to be told
public record UserAccessRefused(String user, String method, String route, int needed, int level, Instant at,
		long untold) {

	public static final String TOPIC = Topics.USERS;

	public static final String TYPE = "user.access-refused.v1";

}
