package dev.insyn.token;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/// What belongs to the whole service.
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

	/// Where nobody is known yet: links, signing in, the metadata; and where a token may
	/// have
	/// expired: renewal, signing out.
	/// No bearer is looked at here, as an expired one would be refused before the
	/// renewal.
	@Bean
	@Order(1)
	SecurityFilterChain beforeAnyoneIsKnown(HttpSecurity http) {
		return http
			.securityMatcher("/l/**", "/sessions/**", "/sign-in", "/sign-in/with/**", "/sign-out",
					"/portal/*/sign-in/**", "/portal/*/sign-out", "/.well-known/oauth-authorization-server")
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			// the gateway checks where a request comes from; here no cookie is read
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.build();
	}

}
