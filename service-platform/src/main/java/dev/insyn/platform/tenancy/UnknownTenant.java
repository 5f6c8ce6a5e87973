package dev.insyn.platform.tenancy;

/// A tenant that this installation does not serve.
public final class UnknownTenant extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public UnknownTenant(TenantId tenant) {
		super("Unknown tenant " + tenant);
	}

}
