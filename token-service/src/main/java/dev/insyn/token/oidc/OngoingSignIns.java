package dev.insyn.token.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

import dev.insyn.platform.sealing.CannotOpen;
import dev.insyn.platform.sealing.DataKey;
import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.sealing.SealedValue;
import dev.insyn.token.signin.ConsoleAddress;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;

/// What must be remembered while a user is at the provider lies with the browser, sealed, for ten minutes: no session is
/// kept here, and any instance takes the user back.
@Component
class OngoingSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

	static final String COOKIE = "__Host-insyn-signing-in";

	private static final String TO = "to";

	private static final String SAYS_WHO = "authorization_response_iss_parameter_supported";

	private static final String PURPOSE = "oidc-sign-in";

	private static final Duration LONGEST = Duration.ofMinutes(10);

	private final DataKey key;

	private final Providers providers;

	private final JsonMapper json;

	private final Clock clock;

	OngoingSignIns(MasterKey masterKey, Providers providers, JsonMapper json, Clock clock) {
		this.providers = providers;
		this.key = DataKey.of(PURPOSE, masterKey.derive(PURPOSE));
		this.json = json;
		this.clock = clock;
	}

	void begin(OAuth2AuthorizationRequest asking, ConsoleAddress to, HttpServletResponse response) {
		Remembered remembered = Remembered.of(asking, to, this.clock.instant().plus(LONGEST));
		byte[] sealed = this.key.seal(this.json.writeValueAsBytes(remembered), PURPOSE).content();
		response.addHeader(HttpHeaders.SET_COOKIE,
				cookie(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed)).maxAge(LONGEST)
					.build()
					.toString());
	}

	/// Where in the console the user wanted to go.
	static ConsoleAddress wanted(HttpServletRequest request) {
		return (request.getAttribute(TO) instanceof String to) ? ConsoleAddress.of(to) : ConsoleAddress.START;
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
		Remembered remembered = read(request);
		if (remembered == null || !this.clock.instant().isBefore(remembered.until())
				|| !Objects.equals(remembered.state(), request.getParameter(OAuth2ParameterNames.STATE))
				|| !isFrom(remembered.provider(), request)) {
			return null;
		}
		request.setAttribute(TO, remembered.to());
		return remembered.toRequest();
	}

	/// Came back to the provider's own address; and if it says who it is (RFC 9207), it
	/// is the one that was asked.
	private boolean isFrom(String provider, HttpServletRequest request) {
		ClientRegistration asked = this.providers.findByRegistrationId(provider);
		if (asked == null || !request.getServletPath().equals(ProviderPages.returnOf(provider))) {
			return false;
		}
		ClientRegistration.ProviderDetails details = asked.getProviderDetails();
		String issuer = request.getParameter("iss");
		return (issuer != null) ? issuer.equals(details.getIssuerUri())
				: !Boolean.TRUE.equals(details.getConfigurationMetadata().get(SAYS_WHO));
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
			HttpServletResponse response) {
		OAuth2AuthorizationRequest asked = loadAuthorizationRequest(request);
		response.addHeader(HttpHeaders.SET_COOKIE, cookie("").maxAge(0).build().toString());
		return asked;
	}

	/// Not used: who is sent away is remembered by [#begin], which knows where to come
	/// back to.
	@Override
	public void saveAuthorizationRequest(@Nullable OAuth2AuthorizationRequest asking, HttpServletRequest request,
			HttpServletResponse response) {
		throw new UnsupportedOperationException();
	}

	private @Nullable Remembered read(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		if (cookies == null) {
			return null;
		}
		return Arrays.stream(cookies)
			.filter((cookie) -> COOKIE.equals(cookie.getName()))
			.findFirst()
			.map((cookie) -> open(cookie.getValue()))
			.orElse(null);
	}

	private @Nullable Remembered open(String value) {
		try {
			SealedValue sealed = new SealedValue(PURPOSE, Base64.getUrlDecoder().decode(value));
			return this.json.readValue(this.key.open(sealed, PURPOSE), Remembered.class);
		}
		catch (IllegalArgumentException | CannotOpen | JacksonException notOurs) {
			return null;
		}
	}

	private static ResponseCookie.ResponseCookieBuilder cookie(String value) {
		return ResponseCookie.from(COOKIE, value).path("/").secure(true).httpOnly(true).sameSite("Lax");
	}

	/// What was asked of the provider.
	record Remembered(String provider, String state, String nonce, String verifier, String authorizationUri,
			String clientId, String redirectUri, String to, Instant until) {

		static Remembered of(OAuth2AuthorizationRequest asking, ConsoleAddress to, Instant until) {
			return new Remembered(attribute(asking, OAuth2ParameterNames.REGISTRATION_ID),
					Objects.requireNonNull(asking.getState()), attribute(asking, OidcParameterNames.NONCE),
					attribute(asking, PkceParameterNames.CODE_VERIFIER), asking.getAuthorizationUri(),
					asking.getClientId(), Objects.requireNonNull(asking.getRedirectUri()), to.value(), until);
		}

		private static String attribute(OAuth2AuthorizationRequest asking, String name) {
			return Objects.requireNonNull(asking.<String>getAttribute(name));
		}

		OAuth2AuthorizationRequest toRequest() {
			return OAuth2AuthorizationRequest.authorizationCode()
				.authorizationUri(this.authorizationUri)
				.clientId(this.clientId)
				.redirectUri(this.redirectUri)
				.state(this.state)
				.scope("openid")
				.attributes(
						(attributes) -> attributes.putAll(Map.of(OAuth2ParameterNames.REGISTRATION_ID, this.provider,
								OidcParameterNames.NONCE, this.nonce, PkceParameterNames.CODE_VERIFIER, this.verifier)))
				.build();
		}

		@Override
		public String toString() {
			return "Remembered[until=" + this.until + "]";
		}

	}

}
