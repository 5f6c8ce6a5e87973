package dev.insyn.token.freshlink;

import java.util.List;
import java.util.Map;

import dev.insyn.platform.security.ServiceClients;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.signing.AccessTokens;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Asks contact-service whose an address is. token-service needs no token of anybody: it makes its own.
@Component
class ContactsByAddress {

	private static final String SERVICE = "token-service";

	private static final List<String> SCOPE = List.of("contacts.by-address");

	private final ServiceClients clients;

	private final AccessTokens tokens;

	ContactsByAddress(ServiceClients clients, AccessTokens tokens) {
		this.clients = clients;
		this.tokens = tokens;
	}

	/// Ids of the contacts that have exactly this address, in any case; perhaps none.
	/// @throws org.springframework.web.client.RestClientException if contact-service does
	/// not answer as it should
	List<String> find(TenantId tenant, String email) {
		Found found = this.clients.anonymous("contact")
			.build()
			.post()
			.uri("/api/contacts/by-address")
			.headers((headers) -> headers.setBearerAuth(this.tokens.forClient(tenant, SERVICE, SCOPE).value()))
			.body(Map.of("email", email))
			.retrieve()
			.body(Found.class);
		return (found != null && found.contacts() != null) ? found.contacts() : List.of();
	}

	private record Found(@Nullable List<String> contacts) {
	}

}
