package dev.insyn.platform.security;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.insyn.platform.tenancy.TenantId;

import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/// This service's own tokens, one per tenant (client credentials, RFC 6749 section 4.4), kept until shortly before
/// they end.
final class ServiceTokens {

	private static final Duration MARGIN = Duration.ofSeconds(30);

	private final RestClient tokenService;

	private final String clientId;

	private final String clientSecret;

	private final Clock clock;

	private final Map<TenantId, Held> held = new ConcurrentHashMap<>();

	ServiceTokens(RestClient tokenService, String clientId, String clientSecret, Clock clock) {
		this.tokenService = tokenService;
		this.clientId = clientId;
		this.clientSecret = clientSecret;
		this.clock = clock;
	}

	String of(TenantId tenant) {
		Instant now = this.clock.instant();
		Held current = this.held.get(tenant);
		if (current != null && current.until().isAfter(now)) {
			return current.token();
		}
		Held fetched = this.held.compute(tenant,
				(_, other) -> (other != null && other.until().isAfter(now)) ? other : fetch(tenant));
		if (fetched == null) {
			throw new IllegalStateException("No token");
		}
		return fetched.token();
	}

	/// Forgets a token that was refused, as when token-service changed its keys.
	void forget(TenantId tenant, String token) {
		this.held.computeIfPresent(tenant, (_, current) -> current.token().equals(token) ? null : current);
	}

	private Held fetch(TenantId tenant) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add("grant_type", "client_credentials");
		form.add("tenant", tenant.value());
		Granted granted = this.tokenService.post()
			.uri("/oauth2/token")
			.headers((headers) -> headers.setBasicAuth(this.clientId, this.clientSecret, StandardCharsets.UTF_8))
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.body(form)
			.retrieve()
			.requiredBody(Granted.class);
		return new Held(granted.access_token(), this.clock.instant().plusSeconds(granted.expires_in()).minus(MARGIN));
	}

	private record Held(String token, Instant until) {
	}

	private record Granted(String access_token, long expires_in) {
	}

}
