package dev.insyn.token.oidc;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.insyn.token.OidcSettings;
import dev.insyn.token.signin.OtherWays;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/// The providers of the configuration, in its order; there may be none.
@Component
class Providers implements ClientRegistrationRepository, OtherWays {

	private final Map<String, Provider> byId = new LinkedHashMap<>();

	Providers(OidcSettings settings, @Value("${insyn.public-url}") String publicUrl, Clock clock) {
		RestClient http = RestClient.builder().requestFactory(OidcConfiguration.connections()).build();
		settings.providers()
			.forEach((provider) -> this.byId.put(provider.id(), new Provider(provider, http, publicUrl, clock)));
	}

	Optional<Provider> find(String id) {
		return Optional.ofNullable(this.byId.get(id));
	}

	/// Whether a provider of ours sends browsers back there.
	boolean isReturn(String path) {
		return this.byId.keySet().stream().map(ProviderPages::returnOf).anyMatch(path::equals);
	}

	/// @throws AuthenticationServiceException if the provider is away
	@Override
	public @Nullable ClientRegistration findByRegistrationId(String id) {
		return find(id).map(Provider::registration).orElse(null);
	}

	@Override
	public List<Way> all() {
		return this.byId.values()
			.stream()
			.map(Provider::settings)
			.map((provider) -> new Way(provider.id(), provider.name(),
					ProviderPages.BEGIN.replace("{provider}", provider.id())))
			.toList();
	}

	@Override
	public Optional<URI> signOutAddress(String id) {
		return find(id).flatMap(Provider::signOutAddress);
	}

}
