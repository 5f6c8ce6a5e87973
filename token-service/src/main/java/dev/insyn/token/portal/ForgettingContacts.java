package dev.insyn.token.portal;

import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// Of a contact that is gone, or whose address was somebody else's, nothing lets anybody in.
@Component
public class ForgettingContacts {

	private final PortalSessions sessions;

	private final Devices devices;

	private final Passkeys passkeys;

	ForgettingContacts(PortalSessions sessions, Devices devices, Passkeys passkeys) {
		this.sessions = sessions;
		this.devices = devices;
		this.passkeys = passkeys;
	}

	/// Again without effect.
	public void forget(TenantId tenant, String contact) {
		this.sessions.endAll(tenant, contact);
		this.devices.of(tenant, contact).forEach((device) -> this.devices.forget(tenant, contact, device.id()));
		this.passkeys.of(tenant, contact).forEach((key) -> this.passkeys.remove(tenant, contact, key.id()));
	}

}
