package dev.insyn.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Takes in the whole body before a service hears of the request.
///
/// So a limit holds whether or not the body says its length, a refused body never reaches a
/// service, and a client that sends slowly is not mistaken for a service that answers slowly
/// (which would open its circuit breaker).
@Component
@Order(50)
class WholeBody implements WebFilter {

	private static final String LENGTH = WholeBody.class.getName();

	private final GatewaySettings settings;

	private final Map<PathPattern, DataSize> larger = new LinkedHashMap<>();

	private final AtomicLong inMemory = new AtomicLong();

	WholeBody(GatewaySettings settings) {
		this.settings = settings;
		settings.largerBodies()
			.forEach((pattern, limit) -> this.larger.put(PathPatternParser.defaultInstance.parse(pattern), limit));
	}

	/// The length of the received body, 0 if there is none.
	static long length(ServerWebExchange exchange) {
		return exchange.getAttributeOrDefault(LENGTH, 0L);
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		HttpHeaders headers = exchange.getRequest().getHeaders();
		long announced = headers.getContentLength();
		if (announced <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
			return chain.filter(exchange);
		}
		int limit = limit(exchange.getRequest());
		if (announced > limit) {
			return Mono.error(new Refusal(Refusal.Reason.LARGE));
		}
		return takeIn(exchange, chain, limit, (announced > 0) ? announced : limit);
	}

	private int limit(ServerHttpRequest request) {
		return (int) this.larger.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().matches(request.getPath().pathWithinApplication()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(this.settings.maxBody())
			.toBytes();
	}

	/// @param reserved the memory that is set aside, so that many slow bodies can't fill
	/// it
	private Mono<Void> takeIn(ServerWebExchange exchange, WebFilterChain chain, int limit, long reserved) {
		if (this.inMemory.addAndGet(reserved) > this.settings.bodyMemory().toBytes()) {
			this.inMemory.addAndGet(-reserved);
			return Mono.error(new Refusal(Refusal.Reason.BUSY, java.time.Duration.ofSeconds(2)));
		}
		return DataBufferUtils.join(exchange.getRequest().getBody(), limit)
			.timeout(this.settings.bodyTimeout())
			.onErrorMap(WholeBody::explain)
			.map((body) -> withBody(exchange, body))
			.defaultIfEmpty(exchange)
			.flatMap(chain::filter)
			.doFinally((signal) -> this.inMemory.addAndGet(-reserved));
	}

	private static Throwable explain(Throwable failure) {
		return switch (failure) {
			case DataBufferLimitException tooLarge -> new Refusal(Refusal.Reason.LARGE);
			case TimeoutException tooSlow -> new Refusal(Refusal.Reason.SLOW);
			default -> failure;
		};
	}

	private static ServerWebExchange withBody(ServerWebExchange exchange, DataBuffer body) {
		byte[] bytes = new byte[body.readableByteCount()];
		body.read(bytes);
		DataBufferUtils.release(body);
		exchange.getAttributes().put(LENGTH, (long) bytes.length);
		ServerHttpRequest request = new ServerHttpRequestDecorator(exchange.getRequest()) {
			@Override
			public Flux<DataBuffer> getBody() {
				return Flux.defer(() -> Flux.just(exchange.getResponse().bufferFactory().wrap(bytes)));
			}
		};
		return exchange.mutate().request(request).build();
	}

}
