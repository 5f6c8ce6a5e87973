package dev.insyn.testing.openapi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import static dev.insyn.testing.openapi.Schemas.ordered;

/// What all services' documents have in common.
final class Common {

	static final Map<Integer, String> SUCCESSES = Map.of(200, "OK", 201, "Created", 202, "Taken, and done soon", 204,
			"Done; there is nothing to say");

	/// Where the operation's own comment does not say it.
	static final Map<String, String> HEADERS = Map.of("If-Match",
			"The version that was seen, as its `ETag` said; 412 if it is another by now", "If-None-Match",
			"`*`: only if there is none yet", "Idempotency-Key",
			"Of the caller's choosing: the same request with the same key is done once");

	private Common() {
	}

	/// RFC 9457.
	static Map<String, Object> problem() {
		return ordered("type", "object", "description",
				"A problem (RFC 9457). Its type says what it is; some have members of their own, as `conflicts`.",
				"properties",
				ordered("type", ordered("type", "string", "description", "`urn:insyn:problem:…`, stable"), "title",
						Map.of("type", "string"), "status", ordered("type", "integer", "format", "int32"), "detail",
						Map.of("type", "string")),
				"required", List.of("type", "title", "status", "detail"), "additionalProperties", true);
	}

	static Map<String, Object> responses() {
		Map<String, Object> example = ordered("type", "urn:insyn:problem:forbidden", "title", "Forbidden", "status",
				403, "detail", "Forbidden");
		return ordered("Problem", ordered("description",
				"Anything else: 401 without a valid token, 403 without the scope or level, 404 for what the "
						+ "tenant does not have, 413 and 415 for a body that is not taken, 429 and 503 to try later",
				"content", ordered("application/problem+json",
						ordered("schema", Map.of("$ref", "#/components/schemas/Problem"), "example", example))));
	}

	static Map<String, Object> securitySchemes(Set<String> scopes) {
		return ordered("client",
				ordered("type", "oauth2", "description", "A system of the tenant, with its scopes", "flows",
						ordered("clientCredentials", ordered("tokenUrl", "/oauth2/token", "scopes", named(scopes)))),
				"user",
				ordered("type", "http", "scheme", "bearer", "bearerFormat", "JWT", "description",
						"A user's session (the console's cookie, which the gateway turns into a bearer), of the level that "
								+ "`x-level` says or a higher one"),
				"secret", ordered("type", "http", "scheme", "basic", "description", "A client's id and secret"),
				"contact", ordered("type", "http", "scheme", "bearer", "bearerFormat", "JWT", "description",
						"A contact that opened a link (its cookie, which the gateway turns into a bearer)"));
	}

	private static Map<String, Object> named(Set<String> scopes) {
		Map<String, Object> named = new TreeMap<>();
		scopes.forEach((scope) -> named.put(scope, ""));
		return named;
	}

}
