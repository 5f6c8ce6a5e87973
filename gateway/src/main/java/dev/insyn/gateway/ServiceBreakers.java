package dev.insyn.gateway;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/// A circuit breaker for each service, so that one that is away costs nobody's time.
///
/// Counted is only that a service can't be reached or does not answer in time. Whatever it
/// answers stands, also a 503: a service whose own dependency is away degrades by itself
/// (an update is taken and kept, for one), and must go on being asked.
@Component
class ServiceBreakers implements GlobalFilter, Ordered {

	private final CircuitBreakerRegistry registry;

	ServiceBreakers(GatewaySettings settings, MeterRegistry meters) {
		GatewaySettings.Breaker breaker = settings.breaker();
		this.registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
			.slidingWindowType(SlidingWindowType.COUNT_BASED)
			.slidingWindowSize(breaker.calls())
			.minimumNumberOfCalls(breaker.atLeast())
			.failureRateThreshold(breaker.failures())
			.waitDurationInOpenState(breaker.pause())
			.permittedNumberOfCallsInHalfOpenState(3)
			.recordException(ServiceBreakers::meansAway)
			.writableStackTraceEnabled(false)
			.build());
		TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(this.registry).bindTo(meters);
	}

	static boolean meansAway(Throwable failure) {
		return failure instanceof IOException || failure instanceof TimeoutException
				|| failure instanceof io.netty.handler.timeout.TimeoutException
				|| failure instanceof ResponseStatusException status && status.getStatusCode().value() == 504;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		CircuitBreaker breaker = this.registry.circuitBreaker(route.getUri().getAuthority());
		return chain.filter(exchange).transformDeferred(CircuitBreakerOperator.of(breaker));
	}

	/// Right before the request leaves; what happens while the answer is passed on to a
	/// slow
	/// client is no matter of the service.
	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE - 2;
	}

}
