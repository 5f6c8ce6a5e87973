package dev.insyn.token.signing;

import java.time.Instant;

import dev.insyn.platform.tenancy.TenantId;

/// What a user's access token says.
///
/// @param user the user's id
/// @param session the same in every token of one sign-in
/// @param began when the user signed in
public record UserGrant(TenantId tenant, String user, int level, String name, String language, String session,
		Instant began) {

	/// Without the name, so that no log can hold it.
	@Override
	public String toString() {
		return "UserGrant[" + this.tenant + ", " + this.user + ", level=" + this.level + "]";
	}

}
