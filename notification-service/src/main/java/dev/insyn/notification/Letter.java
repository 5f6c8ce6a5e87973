package dev.insyn.notification;

import java.util.Map;

import dev.insyn.platform.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/// A mail that can be handed over.
///
/// @param tenant in whose name it is sent
/// @param headers what it says to programs besides the usual
/// @param bounces the address on the envelope, to which it comes back; null for the one that it comes from
public record Letter(Tenant tenant, String address, MailContent content, Map<String, String> headers,
		@Nullable String bounces) {

	public Letter {
		headers = Map.copyOf(headers);
	}

	/// A letter that nobody asked not to get.
	public Letter(Tenant tenant, String address, MailContent content) {
		this(tenant, address, content, Map.of(), null);
	}

	/// Addresses and words stay out of logs.
	@Override
	public String toString() {
		return "Letter of " + this.tenant.id();
	}

}
