package dev.insyn.token.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.insyn.platform.security.ServiceClients;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.signing.AccessTokens;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/// Asks contact-service whose address one is, and what contacts are called. This service mints its own token for it, of
/// one tenant and two scopes.
@Component
class ContactDirectory {

	private static final Set<String> SCOPES = Set.of("contacts.by-address", "contacts.read");

	private final RestClient contactService;

	private final AccessTokens tokens;

	ContactDirectory(ServiceClients services, AccessTokens tokens) {
		this.contactService = services.anonymous("contact").build();
		this.tokens = tokens;
	}

	/// @throws org.springframework.web.client.RestClientException if there is no answer
	List<String> withAddress(TenantId tenant, String email) {
		Found found = this.contactService.post()
			.uri("/api/contacts/by-address")
			.headers((headers) -> headers.setBearerAuth(token(tenant)))
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("email", email))
			.retrieve()
			.body(Found.class);
		return (found != null && found.contacts() != null) ? found.contacts() : List.of();
	}

	/// @return empty if there is no such contact any more
	/// @throws org.springframework.web.client.RestClientException if there is no answer
	Optional<Named> named(TenantId tenant, String contact) {
		try {
			View view = this.contactService.get()
				.uri("/contacts/{id}?fields=", contact)
				.headers((headers) -> headers.setBearerAuth(token(tenant)))
				.retrieve()
				.body(View.class);
			return Optional.ofNullable(view).map((known) -> new Named(contact, known.displayName()));
		}
		catch (HttpClientErrorException.NotFound gone) {
			return Optional.empty();
		}
	}

	private String token(TenantId tenant) {
		return this.tokens.forClient(tenant, "token-service", SCOPES).value();
	}

	private record Found(@Nullable List<String> contacts) {
	}

	private record View(String displayName) {

		@Override
		public String toString() {
			return "View[]";
		}

	}

	/// A contact as people know it.
	record Named(String contact, String name) {

		@Override
		public String toString() {
			return "Named[" + this.contact + "]";
		}

	}

}
