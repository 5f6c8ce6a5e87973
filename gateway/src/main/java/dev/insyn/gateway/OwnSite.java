package dev.insyn.gateway;

import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/// Refuses what another site makes a browser send here (CSRF).
///
/// Browsers say where a request comes from in `Sec-Fetch-Site` (Fetch Metadata), which no page
/// can forge; without it `Origin` must be there and be ours. A bearer in `Authorization` is not
/// added by a browser on its own, so such a request needs no check.
@Component
@Order(40)
class OwnSite implements WebFilter {

	/// Here a browser begins or ends something without a cookie too.
	private static final List<String> DOORS = List.of("/l/", "/portal/", "/sign-in", "/sign-out");

	private static final List<HttpMethod> SAFE = List.of(HttpMethod.GET, HttpMethod.HEAD);

	private final String origin;

	OwnSite(InsynSettings settings) {
		this.origin = settings.origin();
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		if (SAFE.contains(request.getMethod()) || !actsForBrowser(request) || isFromHere(request.getHeaders())) {
			return chain.filter(exchange);
		}
		return Mono.error(new Refusal(Refusal.Reason.ELSEWHERE));
	}

	private static boolean actsForBrowser(ServerHttpRequest request) {
		HttpHeaders headers = request.getHeaders();
		if (headers.containsHeader(HttpHeaders.AUTHORIZATION)) {
			return false;
		}
		String path = request.getPath().value();
		return headers.containsHeader(HttpHeaders.COOKIE) || DOORS.stream().anyMatch(path::startsWith);
	}

	private boolean isFromHere(HttpHeaders headers) {
		List<String> sites = headers.getOrEmpty("Sec-Fetch-Site");
		if (!sites.isEmpty()) {
			return sites.stream().allMatch((site) -> "same-origin".equals(site) || "none".equals(site));
		}
		List<String> origins = headers.getOrEmpty(HttpHeaders.ORIGIN);
		return origins.size() == 1 && this.origin.equals(origins.getFirst());
	}

}
