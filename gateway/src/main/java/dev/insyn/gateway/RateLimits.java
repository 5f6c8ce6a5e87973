package dev.insyn.gateway;

import java.time.Duration;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/// Limits what one client address, and one link, may ask for; sees who guesses links or passwords.
///
/// Counted in this gateway's memory: several gateways allow as many times more.
@Component
@Order(20)
class RateLimits implements WebFilter {

	private static final Logger logger = LoggerFactory.getLogger(RateLimits.class);

	private static final Pattern PORTAL_DOOR = Pattern.compile("/portal/[^/]+/sign-in");

	private final ClientAddress clientAddress;

	private final Buckets addresses;

	private final Buckets links;

	private final Buckets guesses;

	private final Buckets signIns;

	private final Buckets freshLinks;

	private final MeterRegistry meters;

	RateLimits(GatewaySettings settings, ClientAddress clientAddress, MeterRegistry meters) {
		GatewaySettings.Limits limits = settings.limits();
		this.clientAddress = clientAddress;
		this.addresses = new Buckets(limits.address().rate(), limits.remembered());
		this.links = new Buckets(limits.link().rate(), limits.remembered());
		this.guesses = new Buckets(limits.guesses().rate(), limits.remembered());
		this.signIns = new Buckets(limits.signIns().rate(), limits.remembered());
		this.freshLinks = new Buckets(limits.freshLinks().rate(), limits.remembered());
		this.meters = meters;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String address = this.clientAddress.of(exchange.getRequest());
		Duration wait = this.addresses.take(address);
		if (wait != null) {
			return refuse("address", wait);
		}
		String path = exchange.getRequest().getPath().value();
		if (path.startsWith("/l/")) {
			wait = isWishForAFreshLink(exchange.getRequest()) ? this.freshLinks.take(address) : null;
			return (wait != null) ? refuse("fresh-links", wait) : openLink(exchange, chain, address, token(path));
		}
		if (path.startsWith("/p/") || path.startsWith("/portal/")) {
			wait = isTryToEnterPortal(exchange.getRequest()) ? this.signIns.take(address) : null;
			return (wait != null) ? refuse("sign-ins", wait) : limitLink(SessionToken.link(exchange), exchange, chain);
		}
		wait = isTryToSignIn(exchange.getRequest()) ? this.signIns.take(address) : null;
		return (wait != null) ? refuse("sign-ins", wait) : chain.filter(exchange);
	}

	private static boolean isTryToSignIn(ServerHttpRequest request) {
		String path = request.getPath().value();
		return (request.getMethod() == HttpMethod.POST && path.equals("/sign-in")) || path.startsWith("/sign-in/with/");
	}

	private static boolean isWishForAFreshLink(ServerHttpRequest request) {
		return request.getMethod() == HttpMethod.POST && request.getPath().value().endsWith("/fresh");
	}

	/// `/l/{token}` and what lies below it.
	private static String token(String path) {
		int end = path.indexOf('/', 3);
		return path.substring(3, (end < 0) ? path.length() : end);
	}

	/// An address, a code, a device or a passkey.
	private static boolean isTryToEnterPortal(ServerHttpRequest request) {
		return request.getMethod() == HttpMethod.POST && PORTAL_DOOR.matcher(request.getPath().value()).lookingAt();
	}

	private Mono<Void> openLink(ServerWebExchange exchange, WebFilterChain chain, String address, String token) {
		Duration wait = this.guesses.look(address);
		if (wait != null) {
			return refuse("guesses", wait);
		}
		exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> countGuess(exchange.getResponse(), address)));
		return limitLink(Digest.of(token), exchange, chain);
	}

	private Mono<Void> limitLink(@Nullable String link, ServerWebExchange exchange, WebFilterChain chain) {
		Duration wait = (link != null) ? this.links.take(link) : null;
		return (wait != null) ? refuse("link", wait) : chain.filter(exchange);
	}

	private void countGuess(ServerHttpResponse response, String address) {
		HttpStatusCode status = response.getStatusCode();
		if (status == null || (status.value() != 404 && status.value() != 410)) {
			return;
		}
		this.meters.counter("insyn.gateway.guesses").increment();
		this.guesses.take(address);
		if (this.guesses.look(address) != null) {
			logger.warn("Links that don't work are tried one after another: {} is stopped for a while",
					Digest.of(address).substring(0, 12));
		}
	}

	private Mono<Void> refuse(String limit, Duration wait) {
		this.meters.counter("insyn.gateway.limited", "limit", limit).increment();
		return Mono.error(new Refusal(Refusal.Reason.MANY, wait));
	}

}
