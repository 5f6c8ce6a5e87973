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
/// can forge; without it `Origin` must be there and be ours. A browser adds no bearer to a
/// request on its own, so one that brings it needs no check; a name and a password it does
/// add, also where another site put them into the address.
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
		if (bringsBearer(headers)) {
			return false;
		}
		String path = request.getPath().value();
		return headers.containsHeader(HttpHeaders.COOKIE) || DOORS.stream().anyMatch(path::startsWith);
	}

	private static boolean bringsBearer(HttpHeaders headers) {
		List<String> authorizations = headers.getOrEmpty(HttpHeaders.AUTHORIZATION);
		return !authorizations.isEmpty() && authorizations.stream()
			.allMatch((authorization) -> authorization.regionMatches(true, 0, "Bearer ", 0, 7));
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
