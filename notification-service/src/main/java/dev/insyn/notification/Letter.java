package dev.insyn.notification;

import dev.insyn.platform.tenancy.Tenant;

/// A mail that can be handed over.
///
/// @param tenant in whose name it is sent
record Letter(Tenant tenant, String address, MailContent content) {

	/// Addresses and words stay out of logs.
	@Override
	public String toString() {
		return "Letter of " + this.tenant.id();
	}

}
