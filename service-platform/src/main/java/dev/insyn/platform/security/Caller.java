package dev.insyn.platform.security;

import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.tenancy.TenantId;

/// Who makes this request, taken from the verified token and from nothing else.
public sealed interface Caller permits ContactCaller, PortalCaller, UserCaller, ClientCaller {

	TenantId tenant();

	Actor actor();

}
