package dev.insyn.gateway;

import java.time.Duration;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/// The cookies with which a browser says who sits before it. Each counts only on routes of its own: a contact's opens no
/// console, a user's no contact's page.
enum BrowserCookie {

	CONTACT("__Host-insyn"),

	USER("__Host-insyn-user");

	/// Route metadata: `contact` or `user`; on a route without it no cookie counts.
	private static final String ROUTE = "cookie";

	private final String cookie;

	BrowserCookie(String cookie) {
		this.cookie = cookie;
	}

	/// The one that counts on this request's route.
	static @Nullable BrowserCookie of(ServerWebExchange exchange) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		Object named = route.getMetadata().get(ROUTE);
		return (named != null) ? valueOf(named.toString().toUpperCase(Locale.ROOT)) : null;
	}

	String cookie() {
		return this.cookie;
	}

	ResponseCookie holding(String token) {
		return builder(token).build();
	}

	ResponseCookie cleared() {
		return builder("").maxAge(Duration.ZERO).build();
	}

	private ResponseCookie.ResponseCookieBuilder builder(String value) {
		return ResponseCookie.from(this.cookie, value).path("/").secure(true).httpOnly(true).sameSite("Lax");
	}

}
