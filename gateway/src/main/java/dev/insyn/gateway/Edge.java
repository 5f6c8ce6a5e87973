package dev.insyn.gateway;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/// The outermost layer: ids in, headers and an honest answer out, one line in the access log.
///
/// The line names the route, never the path: a path under `/l` is a secret.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Edge implements WebFilter {

	private static final Logger access = LoggerFactory.getLogger("insyn.access");

	private final GatewaySettings settings;

	private final ResponseHeaders headers;

	private final HonestAnswer answer;

	Edge(GatewaySettings settings, ResponseHeaders headers, HonestAnswer answer) {
		this.settings = settings;
		this.headers = headers;
		this.answer = answer;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		long start = System.nanoTime();
		RequestIds ids = RequestIds.begin(exchange.getRequest().getHeaders().getFirst(RequestIds.HEADER),
				this.settings.traceSampling());
		ids.keep(exchange);
		ServerHttpResponse response = exchange.getResponse();
		response.beforeCommit(() -> Mono.fromRunnable(() -> this.headers.write(exchange)));
		return chain.filter(exchange)
			.onErrorResume((failure) -> !response.isCommitted(), (failure) -> this.answer.write(exchange, failure))
			.doFinally((signal) -> log(exchange, ids, start));
	}

	private static void log(ServerWebExchange exchange, RequestIds ids, long start) {
		if (access.isInfoEnabled()) {
			access.info("{} {} {} {}ms request={} trace={}", exchange.getRequest().getMethod().name(), route(exchange),
					status(exchange.getResponse().getStatusCode()),
					Duration.ofNanos(System.nanoTime() - start).toMillis(), ids.request(), ids.traceId());
		}
	}

	private static String route(ServerWebExchange exchange) {
		Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return (route != null) ? route.getId() : "-";
	}

	private static int status(@Nullable HttpStatusCode status) {
		return (status != null) ? status.value() : 0;
	}

}
