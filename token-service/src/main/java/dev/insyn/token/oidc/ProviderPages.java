package dev.insyn.token.oidc;

import java.net.URI;
import java.util.Objects;

import dev.insyn.token.signin.ConsoleAddress;
import dev.insyn.token.signin.RefusalReason;
import dev.insyn.token.signin.RefusedAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Sends a user to a provider: authorization code with PKCE (RFC 7636), `state` and `nonce`.
@RestController
class ProviderPages {

	static final String BEGIN = "/sign-in/with/{provider}";

	/// Each provider has its own, so that none can send back what another was asked (RFC
	/// 9700, 4.4).
	static final String RETURN = BEGIN + "/returned";

	private final DefaultOAuth2AuthorizationRequestResolver requests;

	private final Providers providers;

	private final OngoingSignIns ongoing;

	ProviderPages(Providers providers, OngoingSignIns ongoing) {
		this.providers = providers;
		this.requests = new DefaultOAuth2AuthorizationRequestResolver(providers);
		this.requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
		this.ongoing = ongoing;
	}

	static String returnOf(String provider) {
		return RETURN.replace("{provider}", provider);
	}

	@GetMapping(BEGIN)
	ResponseEntity<Void> begin(@PathVariable String provider, @RequestParam(required = false) @Nullable String to,
			HttpServletRequest request, HttpServletResponse response) {
		ConsoleAddress wanted = ConsoleAddress.of(to);
		if (this.providers.find(provider).isEmpty()) {
			return ResponseEntity.notFound().build();
		}
		try {
			OAuth2AuthorizationRequest asking = Objects.requireNonNull(this.requests.resolve(request, provider));
			this.ongoing.begin(asking, wanted, response);
			return leadTo(asking.getAuthorizationRequestUri());
		}
		catch (AuthenticationServiceException away) {
			return leadTo(RefusedAddress.of(RefusalReason.PROVIDER_AWAY, wanted));
		}
	}

	private static ResponseEntity<Void> leadTo(String address) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
	}

}
