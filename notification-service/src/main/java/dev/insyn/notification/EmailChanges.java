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

/// Asks contact-service, when a mail is written, where it goes and which code it brings. Neither is ever kept here.
@Component
class EmailChanges {

	private final ServiceClients clients;

	private final CircuitBreaker breaker;

	EmailChanges(ServiceClients clients, CircuitBreakerRegistry breakers) {
		this.clients = clients;
		this.breaker = breakers.circuitBreaker("contact-service");
	}

	/// @return empty if there is nothing to mail any more: the code was used, has expired
	/// or was replaced, the contact is gone
	/// @throws NotDelivered for now, if contact-service does not answer as it should
	Optional<Facts> find(TenantId tenant, EmailKind kind, String contact, String change) {
		try {
			return this.breaker.executeSupplier(() -> ask(tenant, kind, contact, change));
		}
		catch (RestClientException | CallNotPermittedException away) {
			throw NotDelivered.forNow("contact-service-away");
		}
	}

	private Optional<Facts> ask(TenantId tenant, EmailKind kind, String contact, String change) {
		try {
			return Optional.ofNullable(this.clients.asService("contact", tenant)
				.build()
				.get()
				.uri("/contacts/{id}/email-changes/{change}/{what}", contact, change,
						(kind == EmailKind.EMAIL_CODE) ? "code" : "notice")
				.retrieve()
				.body(Facts.class));
		}
		catch (HttpClientErrorException.NotFound | HttpClientErrorException.Gone over) {
			return Optional.empty();
		}
	}

	/// What a mail is made of.
	///
	/// @param code of a code's mail
	/// @param expires until when the code works
	/// @param at of a notice: when the address was changed
	/// @param language of the contact; empty or null if it is not known
	record Facts(String address, @Nullable String code, @Nullable Instant expires, @Nullable Instant at,
			@Nullable String language) {

		/// Addresses and codes stay out of logs.
		@Override
		public String toString() {
			return "Facts[]";
		}

	}

}
