package dev.insyn.page.session;

import dev.insyn.platform.tenancy.TenantId;

/// The sign-in to a tenant's portal is over: signed out, or ended from elsewhere.
public final class SessionOver extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient TenantId tenant;

	public SessionOver(TenantId tenant) {
		super("The session is over", null, false, false);
		this.tenant = tenant;
	}

	/// The portal's door.
	String door() {
		return "/portal/" + this.tenant + "/sign-in";
	}

}
