package dev.insyn.notification;

import java.time.Instant;
import java.util.Optional;

import dev.insyn.platform.security.ServiceClients;
import dev.insyn.platform.tenancy.TenantId;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/// Asks token-service, when a mail is written, which code it brings. Codes are never kept here.
@Component
class AccessCodes {

	private final ServiceClients clients;

	private final CircuitBreaker breaker;

	AccessCodes(ServiceClients clients, CircuitBreakerRegistry breakers) {
		this.clients = clients;
		this.breaker = breakers.circuitBreaker("token-service");
	}

	/// @return empty if there is nothing to mail any more: the code was used, has expired
	/// or was tried too often
	/// @throws NotDelivered for now, if token-service does not answer as it should
	Optional<Code> find(TenantId tenant, String challenge) {
		try {
			return this.breaker.executeSupplier(() -> ask(tenant, challenge));
		}
		catch (RestClientException | CallNotPermittedException away) {
			throw NotDelivered.forNow("token-service-away");
		}
	}

	private Optional<Code> ask(TenantId tenant, String challenge) {
		try {
			return Optional.ofNullable(this.clients.asService("token", tenant)
				.build()
				.get()
				.uri("/api/access-codes/{challenge}", challenge)
				.retrieve()
				.body(Code.class));
		}
		catch (HttpClientErrorException.NotFound over) {
			return Optional.empty();
		}
	}

	/// @param code six digits
	/// @param expires until when it works
	/// @param language in which whoever asked reads
	record Code(String code, Instant expires, @Nullable String language) {

		@Override
		public String toString() {
			return "Code[]";
		}

	}

}
