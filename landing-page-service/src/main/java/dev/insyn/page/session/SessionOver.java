package dev.insyn.page.session;

import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/// The sign-in to a tenant's portal is over: signed out, or ended from elsewhere.
public final class SessionOver extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient TenantId tenant;

	public SessionOver(TenantId tenant) {
		super("The session is over", null, false, false);
		this.tenant = tenant;
	}

	/// @param lang asked for by hand; it sticks
	String door(@Nullable String lang) {
		return door(this.tenant.value(), lang);
	}

	/// A portal's door.
	/// @param lang asked for by hand; it sticks
	public static String door(String tenant, @Nullable String lang) {
		return "/portal/" + tenant + "/sign-in" + ((lang != null && lang.matches("[a-z]{2}")) ? "?lang=" + lang : "");
	}

}
