package dev.insyn.notification;

import java.util.Map;

import dev.insyn.platform.tenancy.Tenant;

/// A mail that can be handed over.
///
/// @param tenant in whose name it is sent
/// @param headers what it says to programs besides the usual
public record Letter(Tenant tenant, String address, MailContent content, Map<String, String> headers) {

	public Letter {
		headers = Map.copyOf(headers);
	}

	/// A letter that nobody asked not to get.
	Letter(Tenant tenant, String address, MailContent content) {
		this(tenant, address, content, Map.of());
	}

	/// Addresses and words stay out of logs.
	@Override
	public String toString() {
		return "Letter of " + this.tenant.id();
	}

}
