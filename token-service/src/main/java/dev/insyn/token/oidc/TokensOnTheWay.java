package dev.insyn.token.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/// What a provider gives besides who the user is. Its access token is of no use here once the user is known; its refresh
/// token goes on with the request, to where the session begins.
final class TokensOnTheWay implements OAuth2AuthorizedClientRepository {

	private static final String REFRESH_TOKEN = TokensOnTheWay.class.getName();

	/// Null if the provider gave none.
	static @Nullable String refreshToken(HttpServletRequest request) {
		return (request.getAttribute(REFRESH_TOKEN) instanceof String token) ? token : null;
	}

	@Override
	public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String registration,
			@Nullable Authentication principal, HttpServletRequest request) {
		return null;
	}

	@Override
	public void saveAuthorizedClient(OAuth2AuthorizedClient client, @Nullable Authentication principal,
			HttpServletRequest request, HttpServletResponse response) {
		OAuth2RefreshToken token = client.getRefreshToken();
		if (token != null) {
			request.setAttribute(REFRESH_TOKEN, token.getTokenValue());
		}
	}

	@Override
	public void removeAuthorizedClient(String registration, @Nullable Authentication principal,
			HttpServletRequest request, HttpServletResponse response) {
		// nothing was kept
	}

}
