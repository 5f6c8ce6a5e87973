package dev.insyn.notification.bounce;

import dev.insyn.platform.tenancy.TenantId;

/// Knows the mails that may come back.
public interface HearingBounces {

	/// May be told of the same more than once.
	/// @param mail its id
	void cameBack(TenantId tenant, String mail, Bounce bounce);

}
