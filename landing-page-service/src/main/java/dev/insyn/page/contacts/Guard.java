package dev.insyn.page.contacts;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/// Keeps this service standing when contact-service does not: a bulkhead so that waiting calls don't fill the house, a
/// time limit on the whole call, and a circuit breaker that counts 5xx, timeouts and refused connections. A 4xx is an
/// answer, not a failure.
@Component
class Guard {

	private static final String NAME = "contact-service";

	private final CircuitBreaker breaker;

	private final io.github.resilience4j.bulkhead.Bulkhead bulkhead;

	private final TimeLimiter timeLimiter;

	private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

	private final ContextSnapshotFactory context = ContextSnapshotFactory.builder().build();

	Guard(Settings settings, MeterRegistry meters) {
		CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
			.slidingWindowSize(20)
			.minimumNumberOfCalls(settings.minimumCalls())
			.failureRateThreshold(50)
			.waitDurationInOpenState(settings.openFor())
			.permittedNumberOfCallsInHalfOpenState(3)
			.recordExceptions(HttpServerErrorException.class, ResourceAccessException.class, TimeoutException.class)
			.build());
		BulkheadRegistry bulkheads = BulkheadRegistry.of(BulkheadConfig.custom()
			.maxConcurrentCalls(settings.concurrentCalls())
			.maxWaitDuration(Duration.ofMillis(200))
			.build());
		this.breaker = breakers.circuitBreaker(NAME);
		this.bulkhead = bulkheads.bulkhead(NAME);
		this.timeLimiter = TimeLimiter.of(settings.timeLimit());
		TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
		TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
	}

	/// @throws ContactAway if there is no answer, or it says that the service is in
	/// trouble
	<T> T call(Callable<T> call) {
		try {
			return this.bulkhead.executeCallable(() -> this.breaker.executeCallable(() -> limited(call)));
		}
		catch (BulkheadFullException | CallNotPermittedException | HttpServerErrorException | ResourceAccessException
				| TimeoutException trouble) {
			throw new ContactAway(trouble);
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private <T> T limited(Callable<T> call) throws Exception {
		Callable<T> carrying = this.context.captureAll().wrap(new DelegatingSecurityContextCallable<>(call));
		try {
			return this.timeLimiter.executeFutureSupplier(() -> submit(carrying));
		}
		catch (ExecutionException failed) {
			throw (failed.getCause() instanceof Exception cause) ? cause : failed;
		}
	}

	private <T> Future<T> submit(Callable<T> call) {
		return this.executor.submit(call);
	}

	@PreDestroy
	void close() {
		this.executor.close();
	}

	/// `insyn.landing-page.contact-service`.
	///
	/// @param timeLimit of one call, connecting and reading together
	/// @param openFor how long the circuit stays open before calls are tried again
	@ConfigurationProperties("insyn.landing-page.contact-service")
	record Settings(@DefaultValue("3500ms") Duration timeLimit, @DefaultValue("64") int concurrentCalls,
			@DefaultValue("10") int minimumCalls, @DefaultValue("5s") Duration openFor) {

	}

}
