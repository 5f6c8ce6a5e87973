package dev.insyn.notification;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.insyn.platform.security.ServiceClients;
import dev.insyn.platform.tenancy.TenantId;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// Asks contact-service what a contact is called. Names are never kept here.
@Component
class ContactNames {

	private final ServiceClients clients;

	private final CircuitBreaker breaker;

	private final Map<TenantId, RestClient> contactService = new ConcurrentHashMap<>();

	ContactNames(ServiceClients clients, CircuitBreakerRegistry breakers) {
		this.clients = clients;
		this.breaker = breakers.circuitBreaker("contact-service");
	}

	/// @return empty if there is no such contact (any more), blank if it has no name
	/// @throws NotDelivered for now, if contact-service does not answer as it should
	Optional<String> find(TenantId tenant, String contact) {
		try {
			return this.breaker.executeSupplier(() -> ask(tenant, contact));
		}
		catch (RestClientException | CallNotPermittedException away) {
			throw NotDelivered.forNow("contact-service-away");
		}
	}

	private Optional<String> ask(TenantId tenant, String contact) {
		try {
			Answer answer = this.contactService
				.computeIfAbsent(tenant, (own) -> this.clients.asService("contact", own).build())
				.get()
				.uri("/contacts/{id}?fields=", contact)
				.retrieve()
				.body(Answer.class);
			return Optional.of((answer != null && answer.displayName() != null) ? answer.displayName() : "");
		}
		catch (HttpClientErrorException.NotFound | HttpClientErrorException.Gone noSuchContact) {
			return Optional.empty();
		}
	}

	private record Answer(@Nullable String displayName) {
	}

}
