package dev.insyn.token.portal;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.insyn.token.Visitor;

/// A browser at the door of a portal: keeps cookies, and gives its session as the bearer that the gateway makes of it.
final class Guest {

	private static final String SESSION = "__Host-insyn";

	private final Visitor visitor;

	private final String portal;

	private final Map<String, String> cookies = new LinkedHashMap<>();

	Guest(Visitor visitor, String tenant) {
		this.visitor = visitor;
		this.portal = "/portal/" + tenant;
	}

	HttpResponse<String> get(String below) {
		return keep(this.visitor.get(this.portal + below, headers()));
	}

	/// @param form as `name=value` pairs, encoded
	HttpResponse<String> post(String below, String... form) {
		return keep(this.visitor.post(this.portal + below, String.join("&", form), headers()));
	}

	HttpResponse<String> ask(String address) {
		return post("/sign-in", Visitor.form("email", address));
	}

	HttpResponse<String> enter(String code, String... more) {
		return post("/sign-in/code",
				Stream.concat(Stream.of(Visitor.form("code", code)), Stream.of(more)).toArray(String[]::new));
	}

	/// The access token of the session; empty if there is none.
	String token() {
		return this.cookies.getOrDefault(SESSION, "");
	}

	String cookie(String name) {
		return this.cookies.getOrDefault(name, "");
	}

	void set(String cookie, String value) {
		this.cookies.put(cookie, value);
	}

	private String[] headers() {
		String kept = this.cookies.entrySet()
			.stream()
			.filter((cookie) -> !cookie.getKey().equals(SESSION))
			.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
		Stream<String> always = Stream.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html",
				"Accept-Language", "sv", "Cookie", kept.isEmpty() ? "none=1" : kept);
		return (token().isEmpty() ? always : Stream.concat(always, Stream.of("Authorization", "Bearer " + token())))
			.toArray(String[]::new);
	}

	private HttpResponse<String> keep(HttpResponse<String> answer) {
		for (String set : answer.headers().allValues("Set-Cookie")) {
			String pair = set.split(";", 2)[0];
			int equals = pair.indexOf('=');
			if (set.contains("Max-Age=0")) {
				this.cookies.remove(pair.substring(0, equals));
			}
			else {
				this.cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
			}
		}
		return answer;
	}

}
