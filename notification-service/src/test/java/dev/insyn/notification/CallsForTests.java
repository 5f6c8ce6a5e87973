package dev.insyn.notification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import dev.insyn.testing.TestTokens;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/// Calls the service as browsers and programs do; follows no redirect.
final class CallsForTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final String service;

	private final TestTokens tokens;

	CallsForTests(int port, TestTokens tokens) {
		this.service = "http://localhost:" + port;
		this.tokens = tokens;
	}

	/// A screen as Kim sees it.
	Document screen(String path, int level) {
		Answer answer = send(request(path, this.tokens.user("nordcykel", "kim", level)).header("Accept", "text/html"));
		assertThat(answer.status()).as(path).isEqualTo(200);
		return Jsoup.parse(answer.body());
	}

	/// What a user's form sends.
	Answer post(String path, String user, int level, String form) {
		return send(request(path, this.tokens.user("nordcykel", user, level)).header("Accept", "text/html")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form)));
	}

	Answer json(String method, String path, String token, @Nullable String body, @Nullable String ifMatch) {
		HttpRequest.Builder request = request(path, token).header("Content-Type", "application/json")
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody());
		return send((ifMatch != null) ? request.header("If-Match", ifMatch) : request);
	}

	int status(String path, @Nullable String token) {
		return send(request(path, token)).status();
	}

	private HttpRequest.Builder request(String path, @Nullable String token) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.service + path));
		return (token != null) ? request.header("Authorization", "Bearer " + token) : request;
	}

	private static Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	record Answer(int status, String body) {
	}

}
