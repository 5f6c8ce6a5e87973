package dev.insyn.platform.security;

import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.tenancy.TenantId;

/// A signed-in user.
///
/// @param level the permission level, 99 for an administrator
public record UserCaller(TenantId tenant, String user, int level) implements Caller {

	@Override
	public Actor actor() {
		return Actor.user(this.user);
	}

}
