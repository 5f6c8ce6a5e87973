package dev.insyn.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/// Turns the browser's cookie into the bearer that services understand, and renews it in time.
@Component
class CookieToBearer implements GlobalFilter, Ordered {

	/// The exchange's attribute with the token that a service gets.
	static final String BEARER = CookieToBearer.class.getName();

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
		BrowserCookie cookie = BrowserCookie.of(exchange);
		if (cookie == null || exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
			return chain.filter(exchange);
		}
		SessionToken token = SessionToken.of(exchange, cookie);
		Instant now = this.clock.instant();
		GatewaySettings.Window window = this.settings.of(cookie);
		if (token == null || now.isAfter(token.expires().plus(window.within()))) {
			return chain.filter(exchange);
		}
		if (!token.isDue(now, window.before())) {
			return asBearer(token.value(), exchange, chain);
		}
		return this.renewals.renew(token).flatMap((renewal) -> switch (renewal) {
			case Renewals.Renewed renewed -> {
				exchange.getResponse().addCookie(cookie.holding(renewed.token()));
				yield asBearer(renewed.token(), exchange, chain);
			}
			case Renewals.Refused _ -> {
				exchange.getResponse().addCookie(cookie.cleared());
				yield chain.filter(exchange);
			}
			case Renewals.NotNow _ -> token.isValid(this.clock.instant()) ? asBearer(token.value(), exchange, chain)
					: Mono.error(new Refusal(Refusal.Reason.AWAY, Duration.ofSeconds(5)));
		});
	}

	private static Mono<Void> asBearer(String token, ServerWebExchange exchange, GatewayFilterChain chain) {
		exchange.getAttributes().put(BEARER, token);
		return chain.filter(exchange);
	}

	@Override
	public int getOrder() {
		return 0;
	}

}
