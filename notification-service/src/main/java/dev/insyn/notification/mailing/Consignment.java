package dev.insyn.notification.mailing;

import java.util.Map;

import dev.insyn.notification.TenantLook;
import dev.insyn.notification.template.CompiledTemplate;
import dev.insyn.platform.tenancy.Tenant;

/// What all mails of a mailing have in common.
///
/// @param mailing its id
/// @param sender what merge fields say of who sends it
record Consignment(Tenant tenant, String mailing, CompiledTemplate template, Map<String, String> sender,
		TenantLook.Colours colours) {

	@Override
	public String toString() {
		return "Consignment[" + this.mailing + "]";
	}

}
