package dev.insyn.token.client;

import java.time.Instant;
import java.util.regex.Pattern;

import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import dev.insyn.token.signing.AccessToken;
import dev.insyn.token.signing.AccessTokens;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/// Access tokens for API clients. A tenant's client acts for its tenant; a service of ours names the tenant it acts for
/// in the form parameter `tenant`.
@Component
class ClientTokens implements OAuth2TokenGenerator<ClientTokens.ClientToken> {

	private static final String TENANT = "tenant";

	private static final Pattern TENANT_ID = Pattern.compile("[a-z0-9-]{2,40}");

	private final AccessTokens tokens;

	private final Tenants tenants;

	ClientTokens(AccessTokens tokens, Tenants tenants) {
		this.tokens = tokens;
		this.tenants = tenants;
	}

	@Override
	public @Nullable ClientToken generate(OAuth2TokenContext context) {
		if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
			return null;
		}
		RegisteredClient client = context.getRegisteredClient();
		Authentication grant = context.getAuthorizationGrant();
		Object named = (grant instanceof OAuth2ClientCredentialsAuthenticationToken credentials)
				? credentials.getAdditionalParameters().get(TENANT) : null;
		AccessToken token = this.tokens.forClient(tenant(Clients.tenantOf(client), named), client.getClientId(),
				context.getAuthorizedScopes());
		return new ClientToken(token);
	}

	private TenantId tenant(@Nullable TenantId own, @Nullable Object named) {
		if (own != null) {
			if (named != null) {
				throw invalid("A tenant's client acts for its tenant and names none");
			}
			return own;
		}
		if (!(named instanceof String name) || !TENANT_ID.matcher(name).matches()
				|| this.tenants.find(new TenantId(name)).isEmpty()) {
			throw invalid("This client names the tenant it acts for in the parameter tenant");
		}
		return new TenantId(name);
	}

	private static OAuth2AuthenticationException invalid(String description) {
		return new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, description, null));
	}

	/// An access token as the authorization server hands it out.
	record ClientToken(AccessToken token) implements OAuth2Token {

		@Override
		public String getTokenValue() {
			return this.token.value();
		}

		@Override
		public Instant getIssuedAt() {
			return this.token.issued();
		}

		@Override
		public Instant getExpiresAt() {
			return this.token.expires();
		}

	}

}
