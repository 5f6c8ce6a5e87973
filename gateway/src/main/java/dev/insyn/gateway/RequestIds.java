package dev.insyn.gateway;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.web.server.ServerWebExchange;

/// How one request is found again: by its request id in answers and logs, by its trace across the services.
///
/// A trace begins here: `traceparent` from outside is not trusted, as it could join
/// strangers' requests or switch recording on for all of them.
record RequestIds(String request, String trace) {

	static final String HEADER = "X-Request-Id";

	private static final String ATTRIBUTE = RequestIds.class.getName();

	private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9_-]{8,64}");

	/// @param inbound the caller's own request id, kept if it is well-formed
	/// @param sampling the share of traces to record
	static RequestIds begin(@Nullable String inbound, double sampling) {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		HexFormat hex = HexFormat.of();
		// never all zeros, which W3C Trace Context forbids
		String traceId = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1);
		String spanId = hex.toHexDigits(random.nextLong() | 1);
		String flags = (random.nextDouble() < sampling) ? "01" : "00";
		String request = (inbound != null && ACCEPTED.matcher(inbound).matches()) ? inbound : traceId;
		return new RequestIds(request, "00-" + traceId + "-" + spanId + "-" + flags);
	}

	static RequestIds of(ServerWebExchange exchange) {
		return exchange.getRequiredAttribute(ATTRIBUTE);
	}

	void keep(ServerWebExchange exchange) {
		exchange.getAttributes().put(ATTRIBUTE, this);
	}

	String traceId() {
		return this.trace.substring(3, 35);
	}

}
