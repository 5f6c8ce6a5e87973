package dev.insyn.token.oidc;

import java.time.Duration;
import java.time.Instant;

import dev.insyn.token.session.Vouchers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/// Asks providers by the refresh token that they gave (RFC 6749, 6; OpenID Connect Core, 12). One that does not answer, or
/// nonsense, ends nobody's session.
@Component
class AskingProviders implements Vouchers {

	private static final Logger logger = LoggerFactory.getLogger(AskingProviders.class);

	private final RestClientRefreshTokenTokenResponseClient tokens = new RestClientRefreshTokenTokenResponseClient();

	private final Providers providers;

	private final JwtDecoderFactory<ClientRegistration> idTokens;

	private final OAuth2UserService<OidcUserRequest, OidcUser> users;

	private final VouchedUsers vouchedUsers;

	AskingProviders(Providers providers, JwtDecoderFactory<ClientRegistration> idTokens,
			OAuth2UserService<OidcUserRequest, OidcUser> users, VouchedUsers vouchedUsers) {
		this.providers = providers;
		this.idTokens = idTokens;
		this.users = users;
		this.vouchedUsers = vouchedUsers;
		this.tokens.setRestClient(OidcConfiguration.tokenRequests());
	}

	@Override
	public Duration every(String provider) {
		return this.providers.find(provider).map((known) -> known.settings().recheck()).orElse(Duration.ZERO);
	}

	@Override
	public Answer ask(String id, String refreshToken) {
		Provider provider = this.providers.find(id).orElse(null);
		if (provider == null) {
			return new Gone();
		}
		try {
			return answer(provider, refreshToken);
		}
		catch (Claims.Insufficient noLongerOurs) {
			return new Gone();
		}
		catch (OAuth2AuthorizationException refused) {
			return "invalid_grant".equals(refused.getError().getErrorCode()) ? new Gone() : notNow(refused);
		}
		catch (AuthenticationServiceException | OAuth2AuthenticationException | JwtException away) {
			return notNow(away);
		}
	}

	private Answer answer(Provider provider, String refreshToken) {
		ClientRegistration registration = provider.registration();
		OAuth2AccessTokenResponse given = this.tokens.getTokenResponse(
				new OAuth2RefreshTokenGrantRequest(registration, ended(), new OAuth2RefreshToken(refreshToken, null)));
		OAuth2RefreshToken next = given.getRefreshToken();
		OidcUser vouched = user(registration, given);
		return new Vouched((vouched != null) ? this.vouchedUsers.of(provider.settings(), vouched) : null,
				(next != null) ? next.getTokenValue() : null);
	}

	/// Null if the provider gives no ID token this time, which it need not.
	private @Nullable OidcUser user(ClientRegistration registration, OAuth2AccessTokenResponse given) {
		Object token = given.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
		if (!(token instanceof String value)) {
			return null;
		}
		Jwt jwt = this.idTokens.createDecoder(registration).decode(value);
		OidcIdToken idToken = new OidcIdToken(value, jwt.getIssuedAt(), jwt.getExpiresAt(), jwt.getClaims());
		return this.users.loadUser(
				new OidcUserRequest(registration, given.getAccessToken(), idToken, given.getAdditionalParameters()));
	}

	/// The one that came with the refresh token was never kept, and the provider doesn't
	/// ask for it.
	private static OAuth2AccessToken ended() {
		return new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "ended", Instant.EPOCH,
				Instant.EPOCH.plusSeconds(1));
	}

	private static Answer notNow(RuntimeException away) {
		logger.warn("A provider could not be asked again: {}", away.getClass().getSimpleName());
		return new NotNow();
	}

}
