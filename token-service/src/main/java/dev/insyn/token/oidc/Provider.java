package dev.insyn.token.oidc;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.insyn.token.OidcSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/// One provider as it describes itself. Its metadata is fetched when somebody first wants to sign in, and anew each hour:
/// this service starts, and users with a password sign in, while the provider is away.
class Provider {

	private static final Logger logger = LoggerFactory.getLogger(Provider.class);

	private static final Duration FRESH = Duration.ofHours(1);

	/// While it is away, people don't wait for it one after another.
	private static final Duration PAUSE = Duration.ofSeconds(5);

	private final OidcSettings.Provider settings;

	private final RestClient http;

	private final String publicUrl;

	private final Clock clock;

	private @Nullable ClientRegistration known;

	private Instant next = Instant.MIN;

	Provider(OidcSettings.Provider settings, RestClient http, String publicUrl, Clock clock) {
		this.settings = settings;
		this.http = http;
		this.publicUrl = publicUrl;
		this.clock = clock;
	}

	OidcSettings.Provider settings() {
		return this.settings;
	}

	/// @throws AuthenticationServiceException if its metadata can't be had, or is
	/// another's
	synchronized ClientRegistration registration() {
		Instant now = this.clock.instant();
		if (!now.isBefore(this.next)) {
			ClientRegistration fetched = fetch();
			this.known = (fetched != null) ? fetched : this.known;
			this.next = now.plus((fetched != null) ? FRESH : PAUSE);
		}
		if (this.known == null) {
			throw new AuthenticationServiceException("The OIDC provider " + this.settings.id() + " is away");
		}
		return this.known;
	}

	/// Where one signs out there too (OpenID Connect RP-Initiated Logout), if it has such
	/// an address and answers.
	Optional<URI> signOutAddress() {
		try {
			return Optional
				.ofNullable(registration().getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"))
				.map((address) -> UriComponentsBuilder.fromUriString(address.toString())
					.queryParam("client_id", "{client}")
					.queryParam("post_logout_redirect_uri", "{back}")
					.encode()
					.buildAndExpand(this.settings.clientId(), this.publicUrl + "/sign-in")
					.toUri());
		}
		catch (AuthenticationServiceException away) {
			return Optional.empty();
		}
	}

	private @Nullable ClientRegistration fetch() {
		try {
			Map<String, Object> metadata = this.http.get()
				.uri(this.settings.metadataAddress())
				.retrieve()
				.body(new ParameterizedTypeReference<>() {
				});
			return register(Objects.requireNonNull(metadata, "no metadata"));
		}
		catch (RestClientException | IllegalArgumentException | NullPointerException away) {
			logger.warn("The metadata of OIDC provider {} is not to be had: {}", this.settings.id(),
					away.getClass().getSimpleName());
			return null;
		}
	}

	private ClientRegistration register(Map<String, Object> metadata) {
		if (!this.settings.issuer().equals(metadata.get("issuer"))) {
			throw new IllegalArgumentException("The metadata is of another issuer");
		}
		ClientRegistration.Builder registration = ClientRegistrations.fromOidcConfiguration(metadata)
			.registrationId(this.settings.id())
			.clientId(this.settings.clientId())
			.clientSecret(this.settings.clientSecret())
			.scope(this.settings.scopes())
			.redirectUri(this.publicUrl + ProviderPages.returnOf(this.settings.id()));
		return this.settings.clientSecret().isEmpty()
				? registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE).build()
				: registration.build();
	}

}
