package dev.insyn.gateway;

import java.time.Duration;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/// The gateway itself answers, and says why in words.
final class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Reason reason;

	private final transient @Nullable Duration retryAfter;

	Refusal(Reason reason) {
		this(reason, null);
	}

	Refusal(Reason reason, @Nullable Duration retryAfter) {
		super(reason.name(), null, false, false);
		this.reason = reason;
		this.retryAfter = retryAfter;
	}

	Reason reason() {
		return this.reason;
	}

	@Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/// Why.
	enum Reason {

		MALFORMED(HttpStatus.BAD_REQUEST, "malformed-request"),

		ELSEWHERE(HttpStatus.FORBIDDEN, "cross-site-request"),

		MISSING(HttpStatus.NOT_FOUND, "not-found"),

		METHOD(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed"),

		SLOW(HttpStatus.REQUEST_TIMEOUT, "body-too-slow"),

		LARGE(HttpStatus.CONTENT_TOO_LARGE, "body-too-large"),

		MANY(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests"),

		BROKEN(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected"),

		BUSY(HttpStatus.SERVICE_UNAVAILABLE, "busy"),

		AWAY(HttpStatus.SERVICE_UNAVAILABLE, "service-away"),

		LATE(HttpStatus.GATEWAY_TIMEOUT, "service-late");

		private final HttpStatus status;

		private final String problem;

		Reason(HttpStatus status, String problem) {
			this.status = status;
			this.problem = problem;
		}

		HttpStatus status() {
			return this.status;
		}

		/// The last part of the problem type.
		String problem() {
			return this.problem;
		}

		/// The beginning of the keys of its texts.
		String key() {
			return "refusal." + name().toLowerCase(Locale.ROOT);
		}

	}

}
