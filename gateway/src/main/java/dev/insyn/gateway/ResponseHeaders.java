package dev.insyn.gateway;

import java.net.URI;
import java.util.regex.Pattern;

import dev.insyn.pagekit.Assets;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/// The headers that every answer carries, whichever service it is from: the one place where they are decided.
@Component
class ResponseHeaders {

	/// Route metadata: what the service says about caching stands.
	private static final String CACHEABLE = "cacheable";

	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
			+ "script-src 'self'; connect-src 'self'; font-src 'self'; form-action 'self'; " + "base-uri 'none'; ";

	/// A preview in the console is a page within a page, of the same origin. Nothing else
	/// stands in a frame.
	private static final Pattern PREVIEW = Pattern.compile("/admin/(pages|themes)/([^/]+/)?preview(/.*)?");

	/// A mail as it would be sent: mail programs read styles on the elements alone, so
	/// these may stand there, and so may images that it carries itself; nothing in it
	/// runs, loads, or leads anywhere.
	private static final Pattern MAIL = Pattern.compile("/admin/templates/[a-z0-9]+/preview");

	private static final String MAIL_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
			+ "form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

	private static final String PERMISSIONS_POLICY = "camera=(), display-capture=(), geolocation=(), microphone=(), "
			+ "payment=(), usb=(), browsing-topics=()";

	private final boolean https;

	ResponseHeaders(InsynSettings settings) {
		this.https = settings.https();
	}

	void write(ServerWebExchange exchange) {
		HttpHeaders headers = exchange.getResponse().getHeaders();
		String path = exchange.getRequest().getPath().value();
		boolean mail = MAIL.matcher(path).matches();
		boolean framed = mail || PREVIEW.matcher(path).matches();
		headers.set("Content-Security-Policy",
				mail ? MAIL_SECURITY_POLICY : CONTENT_SECURITY_POLICY + frames(path, framed));
		headers.set("X-Content-Type-Options", "nosniff");
		headers.set("X-Frame-Options", framed ? "SAMEORIGIN" : "DENY");
		headers.set("Referrer-Policy", path.startsWith("/admin/") ? "same-origin" : "no-referrer");
		headers.set("Cross-Origin-Opener-Policy", "same-origin");
		headers.set("Cross-Origin-Resource-Policy", "same-origin");
		headers.set("Permissions-Policy", PERMISSIONS_POLICY);
		if (this.https) {
			headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
		}
		headers.set(RequestIds.HEADER, RequestIds.of(exchange).request());
		headers.remove("Server");
		headers.remove("X-Powered-By");
		limitCaching(exchange, headers);
		keepLocationHere(exchange, headers);
		letTheServicesCookieWin(exchange, headers);
	}

	/// Who has just signed out, or changed what stands in the token, must not get the
	/// token back that was renewed on the way.
	private static void letTheServicesCookieWin(ServerWebExchange exchange, HttpHeaders headers) {
		headers.getOrEmpty(HttpHeaders.SET_COOKIE)
			.forEach((cookie) -> exchange.getResponse().getCookies().remove(cookie.split("=", 2)[0]));
	}

	private static String frames(String path, boolean framed) {
		return (path.startsWith("/admin/") && !framed ? "frame-src 'self'; " : "")
				+ (framed ? "frame-ancestors 'self'" : "frame-ancestors 'none'");
	}

	/// Pages hold personal data, and so does the browser's cache; only what a route marks
	/// as public files may stay there.
	private static void limitCaching(ServerWebExchange exchange, HttpHeaders headers) {
		if (isCacheable(exchange)) {
			return;
		}
		headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
		headers.remove(HttpHeaders.EXPIRES);
		headers.remove(HttpHeaders.PRAGMA);
	}

	private static boolean isCacheable(ServerWebExchange exchange) {
		HttpStatusCode status = exchange.getResponse().getStatusCode();
		if (status == null || !(status.is2xxSuccessful() || status.value() == 304)) {
			return false;
		}
		Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return (route != null) ? Boolean.TRUE.equals(route.getMetadata().get(CACHEABLE))
				: exchange.getRequest().getPath().value().startsWith(Assets.PATH);
	}

	/// A service knows itself by another address; a redirect within it must stay at ours.
	private static void keepLocationHere(ServerWebExchange exchange, HttpHeaders headers) {
		String location = headers.getFirst(HttpHeaders.LOCATION);
		URI upstream = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR);
		if (location == null || upstream == null) {
			return;
		}
		String own = upstream.getScheme() + "://" + upstream.getRawAuthority();
		if (location.startsWith(own + "/")) {
			headers.set(HttpHeaders.LOCATION, location.substring(own.length()));
		}
	}

}
