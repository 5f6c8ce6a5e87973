package dev.insyn.notification;

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

/// Asks contact-service where a contact is written to. Addresses are never kept here.
@Component
class ContactAddresses {

	private static final String EMAIL = "email";

	private final ServiceClients clients;

	private final CircuitBreaker breaker;

	ContactAddresses(ServiceClients clients, CircuitBreakerRegistry breakers) {
		this.clients = clients;
		this.breaker = breakers.circuitBreaker("contact-service");
	}

	/// @throws NotDelivered for good, if there is no such contact or it has no address;
	/// for now, if contact-service does not answer as it should
	String get(TenantId tenant, String contact) {
		try {
			View view = this.breaker.executeSupplier(() -> ask(tenant, contact))
				.orElseThrow(() -> NotDelivered.forGood("contact-gone"));
			return view.email().orElseThrow(() -> NotDelivered.forGood("no-address"));
		}
		catch (RestClientException | CallNotPermittedException away) {
			throw NotDelivered.forNow("contact-service-away");
		}
	}

	private Optional<View> ask(TenantId tenant, String contact) {
		try {
			return Optional.ofNullable(this.clients.asService("contact", tenant)
				.build()
				.get()
				.uri("/contacts/{id}?fields={field}", contact, EMAIL)
				.retrieve()
				.body(View.class));
		}
		catch (HttpClientErrorException.NotFound | HttpClientErrorException.Gone noSuchContact) {
			return Optional.empty();
		}
	}

	private record View(@Nullable Map<String, Held> fields) {

		Optional<String> email() {
			return Optional.ofNullable(this.fields)
				.map((held) -> held.get(EMAIL))
				.map(Held::value)
				.filter(String.class::isInstance)
				.map(String.class::cast);
		}

		@Override
		public String toString() {
			return "View[]";
		}

	}

	private record Held(@Nullable Object value) {

		@Override
		public String toString() {
			return "Held[]";
		}

	}

}
