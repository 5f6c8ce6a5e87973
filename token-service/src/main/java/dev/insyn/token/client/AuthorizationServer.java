package dev.insyn.token.client;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;

/// The standard endpoints, by Spring Authorization Server: tokens by client credentials, and the key set. Its other
/// endpoints (authorization, consent, devices, introspection …) are out of reach, as this chain takes only these two
/// addresses.
@Configuration(proxyBeanMethods = false)
class AuthorizationServer {

	@Bean
	@Order(0)
	SecurityFilterChain authorizationServerChain(HttpSecurity http, ClientTokens tokens) {
		// a failure must reach the client as the standard says, not be asked of the
		// service's other managers
		http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
		OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
		http.securityMatcher("/oauth2/token", "/oauth2/jwks")
			.with(server, (configured) -> configured.tokenGenerator(tokens)
				.tokenEndpoint((endpoint) -> endpoint.accessTokenRequestConverters((converters) -> converters
					.replaceAll((converter) -> (converter instanceof OAuth2ClientCredentialsAuthenticationConverter)
							? new AllScopesByDefault(converter) : converter))))
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable);
		return http.build();
	}

	@Bean
	AuthorizationServerSettings authorizationServerSettings(@Value("${insyn.public-url}") String issuer) {
		return AuthorizationServerSettings.builder().issuer(issuer).build();
	}

	@Bean
	PasswordEncoder clientSecrets() {
		return new HashedSecrets();
	}

	/// Tokens stand for themselves, so nothing is kept of an authorization; the default
	/// would keep each in memory for ever.
	@Bean
	OAuth2AuthorizationService nothingKept() {
		return new NothingKept();
	}

	/// A client that names no scopes gets all that it has (RFC 6749, 3.3).
	private record AllScopesByDefault(AuthenticationConverter converter) implements AuthenticationConverter {

		@Override
		public @Nullable Authentication convert(HttpServletRequest request) {
			Authentication converted = this.converter.convert(request);
			if (!(converted instanceof OAuth2ClientCredentialsAuthenticationToken grant) || !grant.getScopes().isEmpty()
					|| !(grant.getPrincipal() instanceof OAuth2ClientAuthenticationToken principal)) {
				return converted;
			}
			RegisteredClient client = principal.getRegisteredClient();
			return (client != null) ? new OAuth2ClientCredentialsAuthenticationToken(principal, client.getScopes(),
					grant.getAdditionalParameters()) : converted;
		}

	}

	private static final class NothingKept implements OAuth2AuthorizationService {

		@Override
		public void save(OAuth2Authorization authorization) {
			// self-contained tokens are not looked up
		}

		@Override
		public void remove(OAuth2Authorization authorization) {
			// nothing was kept
		}

		@Override
		public @Nullable OAuth2Authorization findById(String id) {
			return null;
		}

		@Override
		public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
			return null;
		}

	}

}
