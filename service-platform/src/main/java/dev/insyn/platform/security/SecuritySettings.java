package dev.insyn.platform.security;

import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Who we are, whom we call and whom we let in.
///
/// @param publicUrl the gateway's address as browsers see it, and the issuer of tokens
/// @param services the base address of each of our services
/// @param security how requests are let in
@ConfigurationProperties("insyn")
record SecuritySettings(@DefaultValue("http://localhost:8080") String publicUrl, @DefaultValue Services services,
		@DefaultValue Security security) {

	/// Named one by one, so that environment variables bind to them.
	///
	/// @param token base address of token-service
	/// @param contact base address of contact-service
	/// @param landingPage base address of landing-page-service
	/// @param notification base address of notification-service
	/// @param audit base address of audit-service
	record Services(@DefaultValue("http://localhost:8083") String token,
			@DefaultValue("http://localhost:8082") String contact,
			@DefaultValue("http://localhost:8081") String landingPage,
			@DefaultValue("http://localhost:8084") String notification,
			@DefaultValue("http://localhost:8085") String audit) {

		String address(String service) {
			return switch (service) {
				case "token" -> this.token;
				case "contact" -> this.contact;
				case "landing-page" -> this.landingPage;
				case "notification" -> this.notification;
				case "audit" -> this.audit;
				default -> throw new IllegalArgumentException("No such service: " + service);
			};
		}

	}

	/// @param clientId this service's own OAuth client; its name unless told
	/// @param clientSecret the secret of that client
	/// @param publicPaths patterns that need no token
	/// @param maxBody the largest request body, counted also when it comes in chunks
	/// @param largerBodies the same for paths that take more, by pattern
	record Security(@DefaultValue("") String clientId, @DefaultValue("") String clientSecret,
			@DefaultValue List<String> publicPaths, @DefaultValue("256KB") DataSize maxBody,
			@DefaultValue Map<String, DataSize> largerBodies) {
	}

}
