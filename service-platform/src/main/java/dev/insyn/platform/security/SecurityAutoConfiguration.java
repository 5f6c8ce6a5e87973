package dev.insyn.platform.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;

import dev.insyn.platform.errors.ProblemAnswers;
import dev.insyn.platform.messaging.EventSender;
import dev.insyn.platform.tenancy.Tenants;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Every service is a resource server: a request needs a token of token-service unless its path is public.
@AutoConfiguration(beforeName = {
		"org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
		"org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
		"org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration" },
		afterName = "org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityAutoConfiguration {

	private static final String[] OPEN_TO_ANYBODY = { "/v3/api-docs", "/actuator/health/**", "/actuator/info",
			"/actuator/prometheus" };

	@Bean
	@ConditionalOnMissingBean
	JwtDecoder jwtDecoder(SecuritySettings settings, Clock clock) {
		return TokenVerification.of(settings.publicUrl(), settings.services().address("token"), clock);
	}

	@Bean
	RevokedLinks revokedLinks() {
		return new RevokedLinks();
	}

	/// Last in line: a service may put chains of its own in front.
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	SecurityFilterChain platformSecurity(HttpSecurity http, SecuritySettings settings, JwtDecoder decoder,
			Tenants tenants, RevokedLinks revoked, ProblemAnswers answers) throws Exception {
		CallerOfToken callers = new CallerOfToken(tenants, revoked);
		Refusals refusals = new Refusals(answers);
		return http.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.anonymous(AbstractHttpConfigurer::disable)
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(OPEN_TO_ANYBODY)
				.permitAll()
				.requestMatchers(settings.security().publicPaths().toArray(String[]::new))
				.permitAll()
				.requestMatchers(SecurityAutoConfiguration::isActuatorFromThisMachine)
				.permitAll()
				.requestMatchers("/actuator/**")
				.denyAll()
				.anyRequest()
				.authenticated())
			.oauth2ResourceServer(
					(resource) -> resource.jwt((jwt) -> jwt.decoder(decoder).jwtAuthenticationConverter(callers))
						.authenticationEntryPoint(refusals)
						.accessDeniedHandler(refusals))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.build();
	}

	@Bean
	FilterRegistrationBean<BodyLimit> bodyLimit(SecuritySettings settings, ProblemAnswers answers) {
		FilterRegistrationBean<BodyLimit> registration = new FilterRegistrationBean<>(
				new BodyLimit(settings.security().maxBody(), settings.security().largerBodies(), answers));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
		return registration;
	}

	@Bean
	ConnectionsToServices connectionsToServices() {
		return new ConnectionsToServices();
	}

	@Bean
	@ConditionalOnMissingBean
	ServiceClients serviceClients(RestClient.Builder builder, SecuritySettings settings, Clock clock,
			@Value("${spring.application.name:}") String name) {
		String clientId = settings.security().clientId().isEmpty() ? name : settings.security().clientId();
		ServiceTokens tokens = new ServiceTokens(builder.clone().baseUrl(settings.services().address("token")).build(),
				clientId, settings.security().clientSecret(), clock);
		return new HttpServiceClients(builder, settings, tokens);
	}

	/// Without a broker, as in slices of tests, there is nobody to tell.
	@Bean
	AccessRefusals accessRefusals(ObjectProvider<EventSender> sender, Clock clock) {
		EventSender events = sender.getIfAvailable();
		return (events != null) ? new AccessRefusalMessaging(events, clock) : (_, _, _, _) -> {
		};
	}

	@Bean
	WebMvcConfigurer callersInControllers(AccessRefusals refusals) {
		return new WebMvcConfigurer() {

			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(new CallerArguments());
			}

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new AccessCheck(refusals));
			}

		};
	}

	/// Dead letters are listed and replayed by someone at the machine (a shell, a
	/// port-forward), never over the network.
	private static boolean isActuatorFromThisMachine(HttpServletRequest request) {
		try {
			return request.getRequestURI().startsWith("/actuator/")
					&& InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

}
