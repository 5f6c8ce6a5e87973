package dev.insyn.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/// The headers a service gets: a short list of what may pass from outside, and what the gateway itself says.
///
/// A list of what is allowed rather than of what is not, since an identity header that nobody
/// thought of is the dangerous one.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestHeaders implements HttpHeadersFilter, Ordered {

	/// Route metadata: a header that reaches the service on this route alone.
	private static final String PASSES = "passes-header";

	/// Route metadata: a cookie that reaches the service on this route alone; `*` at its
	/// end
	/// stands for any ending.
	private static final String PASSES_COOKIE = "passes-cookie";

	private final Set<String> passed;

	RequestHeaders(GatewaySettings settings) {
		this.passed = settings.passedHeaders()
			.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
		HttpHeaders output = new HttpHeaders();
		String ofRoute = ofRoute(exchange, PASSES);
		input.forEach((name, values) -> {
			if (this.passed.contains(name.toLowerCase(Locale.ROOT)) || name.equalsIgnoreCase(ofRoute)) {
				output.addAll(name, values);
			}
		});
		passCookie(exchange, output);
		RequestIds ids = RequestIds.of(exchange);
		output.set(RequestIds.HEADER, ids.request());
		output.set("traceparent", ids.trace());
		String bearer = exchange.getAttribute(CookieToBearer.BEARER);
		if (bearer != null) {
			output.setBearerAuth(bearer);
		}
		long length = WholeBody.length(exchange);
		if (length > 0) {
			output.setContentLength(length);
		}
		return output;
	}

	private static @Nullable String ofRoute(ServerWebExchange exchange, String what) {
		Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return (route != null && route.getMetadata().get(what) instanceof String name) ? name : null;
	}

	/// Nothing but the cookies that the route names: no session reaches a service as a
	/// cookie.
	private static void passCookie(ServerWebExchange exchange, HttpHeaders output) {
		String name = ofRoute(exchange, PASSES_COOKIE);
		if (name == null) {
			return;
		}
		String passed = exchange.getRequest()
			.getCookies()
			.values()
			.stream()
			.flatMap(List::stream)
			.filter((cookie) -> isMeant(cookie.getName(), name))
			.map((cookie) -> cookie.getName() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
		if (!passed.isEmpty()) {
			output.set(HttpHeaders.COOKIE, passed);
		}
	}

	private static boolean isMeant(String cookie, String name) {
		return name.endsWith("*") ? cookie.startsWith(name.substring(0, name.length() - 1)) : cookie.equals(name);
	}

	@Override
	public boolean supports(Type type) {
		return type == Type.REQUEST;
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

}
