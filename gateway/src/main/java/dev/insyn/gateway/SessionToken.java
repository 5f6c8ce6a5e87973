package dev.insyn.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpCookie;
import org.springframework.web.server.ServerWebExchange;

/// The access token in a browser's cookie, as far as the gateway reads it.
///
/// The signature is not checked here: each service does that. What is read decides only about
/// renewing and counting.
record SessionToken(String value, Instant expires, @Nullable String link) {

	/// No token of ours is longer; longer ones are not looked at.
	private static final int LONGEST = 4096;

	/// The end of the year 9999, beyond which one can't calculate.
	private static final long LAST_SECOND = 253_402_300_799L;

	private static final String ATTRIBUTE = SessionToken.class.getName() + ".";

	private static final JsonMapper json = JsonMapper.shared();

	/// The token in this cookie of the request, if it looks like a token.
	static @Nullable SessionToken of(ServerWebExchange exchange, BrowserCookie from) {
		String attribute = ATTRIBUTE + from;
		Object known = exchange.getAttributes().get(attribute);
		if (known != null) {
			return (known instanceof SessionToken token) ? token : null;
		}
		HttpCookie cookie = exchange.getRequest().getCookies().getFirst(from.cookie());
		SessionToken token = (cookie != null) ? read(cookie.getValue()) : null;
		exchange.getAttributes().put(attribute, (token != null) ? token : Boolean.FALSE);
		return token;
	}

	/// The id of the link that this request's session came from, or of the sign-in to the
	/// portal.
	static @Nullable String link(ServerWebExchange exchange) {
		SessionToken token = of(exchange, BrowserCookie.CONTACT);
		return (token != null) ? token.link() : null;
	}

	static @Nullable SessionToken read(String value) {
		int start = value.indexOf('.') + 1;
		int end = value.indexOf('.', start);
		if (value.length() > LONGEST || start == 0 || end < 0) {
			return null;
		}
		try {
			JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(value.substring(start, end)));
			long expires = claims.path("exp").asLong(0);
			if (expires < 0 || expires > LAST_SECOND) {
				return null;
			}
			return new SessionToken(value, Instant.ofEpochSecond(expires),
					claims.path("link").asString(claims.path("sid").asString(null)));
		}
		catch (IllegalArgumentException | JacksonException malformed) {
			return null;
		}
	}

	boolean isValid(Instant now) {
		return now.isBefore(this.expires);
	}

	/// Whether it is time to renew it.
	boolean isDue(Instant now, Duration before) {
		return now.isAfter(this.expires.minus(before));
	}

	@Override
	public String toString() {
		return "SessionToken[expires=" + this.expires + "]";
	}

}
