package dev.insyn.system;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// A user's session without a browser: what a person's browser sends, and what an attacker who has signed in may try.
final class SignedIn {

	static final String COOKIE = "__Host-insyn-user";

	private final Stack stack;

	private final String cookie;

	private SignedIn(Stack stack, String cookie) {
		this.stack = stack;
		this.cookie = cookie;
	}

	static SignedIn as(Stack stack, Ready.User user) {
		HttpResponse<String> answer = attempt(stack, user.email(), user.password());
		if (answer.statusCode() != 303) {
			throw new AssertionError("Signing in answered " + answer.statusCode());
		}
		return new SignedIn(stack, Visit.cookieOf(answer, COOKIE));
	}

	static HttpResponse<String> attempt(Stack stack, String email, String password) {
		Visit.Form form = new Visit.Form(new LinkedHashMap<>()).add("email", email).add("password", password);
		return stack.send(HttpRequest.newBuilder(stack.gateway("/sign-in"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Sec-Fetch-Site", "same-origin")
			.POST(HttpRequest.BodyPublishers.ofString(form.encoded())));
	}

	/// The access token that the browser holds, for attacks that try it elsewhere.
	String token() {
		return this.cookie;
	}

	HttpRequest.Builder to(String path) {
		return HttpRequest.newBuilder(this.stack.gateway(path)).header("Cookie", COOKIE + "=" + this.cookie);
	}

	HttpResponse<String> get(String path) {
		return this.stack.send(to(path).header("Accept", "text/html"));
	}

	/// A look at the JSON API.
	HttpResponse<String> ask(String path) {
		return this.stack.send(to(path).header("Accept", "application/json"));
	}

	Document read(String path) {
		HttpResponse<String> answer = get(path);
		if (answer.statusCode() != 200) {
			throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
		}
		return Jsoup.parse(answer.body(), this.stack.ready().gateway());
	}

	HttpResponse<String> post(String path, Visit.Form form) {
		return this.stack.send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
			.header("Accept", "text/html")
			.header("Sec-Fetch-Site", "same-origin")
			.POST(HttpRequest.BodyPublishers.ofString(form.encoded())));
	}

	/// A call of the JSON API with the browser's cookie.
	HttpResponse<String> send(String method, String path, String json) {
		return this.stack.send(to(path).header("Content-Type", "application/json")
			.header("Accept", "application/json")
			.header("Sec-Fetch-Site", "same-origin")
			.method(method, HttpRequest.BodyPublishers.ofString(json)));
	}

	/// The same, of what was seen in that version.
	HttpResponse<String> send(String method, String path, String json, String seen) {
		return this.stack.send(to(path).header("Content-Type", "application/json")
			.header("Accept", "application/json")
			.header("Sec-Fetch-Site", "same-origin")
			.header("If-Match", seen)
			.method(method, HttpRequest.BodyPublishers.ofString(json)));
	}

	HttpResponse<String> upload(String path, byte[] file, String seen) {
		return this.stack.send(to(path).header("Content-Type", "application/octet-stream")
			.header("Accept", "application/json")
			.header("Sec-Fetch-Site", "same-origin")
			.header("If-Match", seen)
			.PUT(HttpRequest.BodyPublishers.ofByteArray(file)));
	}

	URI address(String path) {
		return this.stack.gateway(path);
	}

}
