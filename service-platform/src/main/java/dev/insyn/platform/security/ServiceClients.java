package dev.insyn.platform.security;

import dev.insyn.platform.tenancy.TenantId;

import org.springframework.web.client.RestClient;

/// HTTP clients of our other services (`contact`, `token`, `landing-page`, `notification`, `audit`), with timeouts.
public interface ServiceClients {

	/// Passes on the bearer of the request being served, so that the other service can
	/// only do what the caller may.
	RestClient.Builder onBehalfOfCaller(String service);

	/// Acts as this service itself for one tenant, with a token of its own client.
	RestClient.Builder asService(String service, TenantId tenant);

	/// Carries no token, for public addresses.
	RestClient.Builder anonymous(String service);

}
