package dev.insyn.gateway;

import java.time.Clock;
import java.time.Instant;

import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/// Turns the browser's cookie into the bearer that services understand, and renews it in time.
@Component
class CookieToBearer implements GlobalFilter, Ordered {

	/// The exchange's attribute with the token that a service gets.
	static final String BEARER = CookieToBearer.class.getName();

	/// Route metadata: nobody has to be known here, so the cookie stays in the gateway.
	private static final String PUBLIC = "public";

	private final GatewaySettings.Renewal settings;

	private final Renewals renewals;

	private final Clock clock;

	CookieToBearer(GatewaySettings settings, Renewals renewals, Clock clock) {
		this.settings = settings.renewal();
		this.renewals = renewals;
		this.clock = clock;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		if (isPublic(exchange) || exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
			return chain.filter(exchange);
		}
		SessionToken token = SessionToken.of(exchange);
		Instant now = this.clock.instant();
		if (token == null || now.isAfter(token.expires().plus(this.settings.within()))) {
			return chain.filter(exchange);
		}
		if (!token.isDue(now, this.settings.before())) {
			return asBearer(token.value(), exchange, chain);
		}
		return this.renewals.renew(token).flatMap((renewal) -> apply(renewal, token, exchange, chain));
	}

	private static boolean isPublic(ServerWebExchange exchange) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return Boolean.TRUE.equals(route.getMetadata().get(PUBLIC));
	}

	private Mono<Void> apply(Renewals.Renewal renewal, SessionToken old, ServerWebExchange exchange,
			GatewayFilterChain chain) {
		return switch (renewal) {
			case Renewals.Renewed renewed -> {
				setCookie(exchange, renewed.token());
				yield asBearer(renewed.token(), exchange, chain);
			}
			case Renewals.Refused refused -> {
				exchange.getResponse().addCookie(cookie("").maxAge(0).build());
				yield chain.filter(exchange);
			}
			case Renewals.NotNow notNow -> old.isValid(this.clock.instant()) ? asBearer(old.value(), exchange, chain)
					: Mono.error(new Refusal(Refusal.Reason.AWAY, java.time.Duration.ofSeconds(5)));
		};
	}

	private static Mono<Void> asBearer(String token, ServerWebExchange exchange, GatewayFilterChain chain) {
		exchange.getAttributes().put(BEARER, token);
		return chain.filter(exchange);
	}

	private static void setCookie(ServerWebExchange exchange, String token) {
		exchange.getResponse().addCookie(cookie(token).build());
	}

	private static ResponseCookie.ResponseCookieBuilder cookie(String value) {
		return ResponseCookie.from(SessionToken.COOKIE, value).path("/").secure(true).httpOnly(true).sameSite("Lax");
	}

	@Override
	public int getOrder() {
		return 0;
	}

}
