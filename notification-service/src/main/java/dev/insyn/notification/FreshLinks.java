package dev.insyn.notification;

import java.util.List;
import java.util.Map;
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

/// Has token-service issue links at the moment when their mail is written, so that none of them waits anywhere. A mail that
/// is tried again brings new ones; the earlier ones, which nobody has seen, end with their lifetime.
@Component
class FreshLinks {

	private final ServiceClients clients;

	private final CircuitBreaker breaker;

	FreshLinks(ServiceClients clients, CircuitBreakerRegistry breakers) {
		this.clients = clients;
		this.breaker = breakers.circuitBreaker("token-service");
	}

	/// @return the link's address; empty if none can be issued to that page any more
	/// @throws NotDelivered for now, if token-service does not answer as it should
	Optional<String> issue(TenantId tenant, String page, String contact) {
		try {
			return this.breaker.executeSupplier(() -> ask(tenant, page, contact));
		}
		catch (RestClientException | CallNotPermittedException away) {
			throw NotDelivered.forNow("token-service-away");
		}
	}

	private Optional<String> ask(TenantId tenant, String page, String contact) {
		try {
			Issued issued = this.clients.asService("token", tenant)
				.build()
				.post()
				.uri("/api/links")
				.body(Map.of("page", page, "contacts", List.of(contact)))
				.retrieve()
				.body(Issued.class);
			return Optional.ofNullable(issued).map(Issued::links).map(List::getFirst).map(Link::url);
		}
		catch (HttpClientErrorException.UnprocessableContent archivedOrEnded) {
			return Optional.empty();
		}
	}

	private record Issued(@Nullable List<Link> links) {
	}

	private record Link(String url) {

		@Override
		public String toString() {
			return "Link[]";
		}

	}

}
