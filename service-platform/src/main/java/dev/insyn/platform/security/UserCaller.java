package dev.insyn.platform.security;

import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.http.HttpStatus;

/// A signed-in user.
///
/// @param user the user's id: random, so that events and logs can name it
/// @param level the permission level, 0 to 99; see [RequiredLevel]
/// @param name what the console calls the user; personal, for screens only
/// @param language the language of the user's console, `en` or `sv`
/// @param session the sign-in that the token goes back to
public record UserCaller(TenantId tenant, String user, int level, String name, String language,
		String session) implements Caller {

	@Override
	public Actor actor() {
		return Actor.user(this.user);
	}

	/// Whether the user's permission level suffices.
	public boolean may(int required) {
		return this.level >= required;
	}

	/// @throws Problem 403 if the user's permission level is lower
	public void require(int required) {
		if (!may(required)) {
			throw new Problem(HttpStatus.FORBIDDEN, "urn:insyn:problem:level-too-low",
					"Needs permission level " + required)
				.with("level", required);
		}
	}

	/// Without the name, so that no log can hold it.
	@Override
	public String toString() {
		return "UserCaller[" + this.tenant + ", " + this.user + ", level=" + this.level + "]";
	}

}
