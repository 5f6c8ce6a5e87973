package dev.insyn.notification;

import java.time.Duration;

import dev.insyn.platform.tenancy.Tenants;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.HttpClientErrorException;

/// What the acts are given to work with.
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

	/// Precompiled, and escaping by context: a name full of markup stays a name.
	@Bean
	TemplateEngine mailTemplates() {
		return TemplateEngine.createPrecompiled(ContentType.Html);
	}

	/// A refused recipient says nothing against the mail server, nor a 4xx anything
	/// against contact-service.
	@Bean
	CircuitBreakerRegistry circuitBreakers(NotificationSettings settings) {
		CircuitBreakerConfig config = CircuitBreakerConfig.custom()
			.slidingWindowSize(10)
			.minimumNumberOfCalls(4)
			.waitDurationInOpenState(openFor(settings))
			.permittedNumberOfCallsInHalfOpenState(1)
			.automaticTransitionFromOpenToHalfOpenEnabled(true)
			.recordException(NotificationConfiguration::isTheOthersFault)
			.build();
		return CircuitBreakerRegistry.of(config);
	}

	@Bean
	MeterBinder circuitBreakerMeters(CircuitBreakerRegistry breakers) {
		return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers);
	}

	/// How many mails wait: the one number that says whether mail works.
	@Bean
	MeterBinder waitingMails(Tenants tenants, Emails emails) {
		return (meters) -> Gauge
			.builder("insyn.email.waiting",
					() -> tenants.all().stream().mapToLong((tenant) -> emails.waiting(tenant.id())).sum())
			.description("Mails queued and not yet sent or failed")
			.register(meters);
	}

	private static Duration openFor(NotificationSettings settings) {
		return settings.firstRetry().multipliedBy(4);
	}

	private static boolean isTheOthersFault(Throwable failure) {
		return switch (failure) {
			case NotDelivered mail -> mail.isTheServers();
			case HttpClientErrorException ours -> false;
			default -> true;
		};
	}

}
