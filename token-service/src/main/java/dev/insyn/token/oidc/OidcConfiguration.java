package dev.insyn.token.oidc;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/// The return from a provider, by Spring Security's OAuth 2 client. Every call to a provider has a timeout.
@Configuration(proxyBeanMethods = false)
class OidcConfiguration {

	/// Every algorithm with a public key. The provider's keys are public, so an HMAC with
	/// one as its secret must not be taken.
	private static final Set<SignatureAlgorithm> ALGORITHMS = Set.of(SignatureAlgorithm.values());

	/// The gateway waits for eight seconds; a sign-in takes two requests, seldom four.
	static SimpleClientHttpRequestFactory connections() {
		SimpleClientHttpRequestFactory connections = new SimpleClientHttpRequestFactory();
		connections.setConnectTimeout(Duration.ofSeconds(1));
		connections.setReadTimeout(Duration.ofSeconds(3));
		return connections;
	}

	@Bean
	@Order(0)
	SecurityFilterChain returnFromAProvider(HttpSecurity http, Providers providers, OngoingSignIns ongoing,
			ReturnedUsers returned, OAuth2UserService<OidcUserRequest, OidcUser> users) {
		return http.securityMatcher((request) -> providers.isReturn(request.getServletPath()))
			.oauth2Login((login) -> login.clientRegistrationRepository(providers)
				.authorizedClientRepository(new TokensOnTheWay())
				.loginPage("/sign-in")
				.loginProcessingUrl(ProviderPages.RETURN)
				.authorizationEndpoint((asking) -> asking.authorizationRequestRepository(ongoing))
				.tokenEndpoint((token) -> token.accessTokenResponseClient(tokens()))
				.userInfoEndpoint((info) -> info.oidcUserService(users))
				.successHandler(returned)
				.failureHandler(returned))
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			// `state`, bound to the browser by the cookie, is what CSRF protection is
			// here
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.build();
	}

	@Bean
	JwtDecoderFactory<ClientRegistration> idTokens() {
		Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();
		return (registration) -> decoders.computeIfAbsent(
				registration.getRegistrationId() + " " + registration.getProviderDetails().getJwkSetUri(),
				(_) -> decoder(registration));
	}

	private JwtDecoder decoder(ClientRegistration registration) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder
			.withJwkSetUri(Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
			.jwsAlgorithms((algorithms) -> algorithms.addAll(ALGORITHMS))
			.restOperations(new RestTemplate(connections()))
			.build();
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(),
				new OidcIdTokenValidator(registration)));
		decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
		return decoder;
	}

	private OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
		RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
		client.setRestClient(tokenRequests());
		return client;
	}

	static RestClient tokenRequests() {
		return RestClient.builder()
			.requestFactory(connections())
			.configureMessageConverters((converters) -> converters.addCustomConverter(new FormHttpMessageConverter())
				.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
			.defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
			.build();
	}

	@Bean
	OAuth2UserService<OidcUserRequest, OidcUser> usersOfProviders() {
		DefaultOAuth2UserService info = new DefaultOAuth2UserService();
		RestTemplate rest = new RestTemplate(connections());
		rest.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
		info.setRestOperations(rest);
		OidcUserService users = new OidcUserService();
		users.setOauth2UserService(info);
		return (request) -> {
			try {
				return users.loadUser(request);
			}
			catch (IllegalArgumentException nonsense) {
				throw new OAuth2AuthenticationException(new OAuth2Error("invalid_user_info_response"), nonsense);
			}
		};
	}

}
