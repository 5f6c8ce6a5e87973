package dev.insyn.gateway;

import java.util.Set;
import java.util.regex.Pattern;

import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/// Lets only addresses through that everyone reads alike.
///
/// `/p/%2e%2e/actuator` is a page to a router and the actuator to a servlet container; what
/// has dots, encoded slashes, semicolons or empty segments in it is refused.
@Component
@Order(30)
class PlainPaths implements WebFilter {

	private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST,
			HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

	private static final Pattern AMBIGUOUS = Pattern.compile("//|/\\.|[;\\\\]|%(?:2[ef5]|5c|3b|0|1|7f)",
			Pattern.CASE_INSENSITIVE);

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (!METHODS.contains(exchange.getRequest().getMethod())) {
			return Mono.error(new Refusal(Refusal.Reason.METHOD));
		}
		String path = exchange.getRequest().getPath().value();
		boolean wellKnown = path.startsWith("/.well-known/");
		if (AMBIGUOUS.matcher(wellKnown ? path.substring(2) : path).find()) {
			return Mono.error(new Refusal(Refusal.Reason.MALFORMED));
		}
		return chain.filter(exchange);
	}

}
