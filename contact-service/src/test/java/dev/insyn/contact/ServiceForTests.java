package dev.insyn.contact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import dev.insyn.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/// The running service as its callers see it.
@TestComponent
class ServiceForTests {

	private final HttpClient http = HttpClient.newHttpClient();

	private final Environment environment;

	private final TestTokens tokens;

	private final JsonMapper json;

	ServiceForTests(Environment environment, TestTokens tokens, JsonMapper json) {
		this.environment = environment;
		this.tokens = tokens;
		this.json = json;
	}

	/// A client of the tenant's CRM.
	String crmClient(String tenant, String... scopes) {
		return this.tokens.client(tenant, "demo-crm-" + tenant, scopes);
	}

	String contact(String tenant, String contact) {
		return this.tokens.contact(tenant, contact);
	}

	String user(String tenant, String user, int level) {
		return this.tokens.user(tenant, user, level);
	}

	/// @param body null for none
	/// @param ifMatch the header; null for none
	Answer send(String method, String path, String token, @Nullable Object body, @Nullable String ifMatch) {
		HttpRequest.Builder request = request(path, token).header("Content-Type", "application/json");
		if (ifMatch != null) {
			request.header("If-Match", ifMatch);
		}
		return send(request.method(method,
				(body != null) ? HttpRequest.BodyPublishers.ofByteArray(this.json.writeValueAsBytes(body))
						: HttpRequest.BodyPublishers.noBody()));
	}

	Answer get(String path, @Nullable String token) {
		return send(request(path, token).GET());
	}

	Answer post(String path, String token, Object body) {
		return send("POST", path, token, body);
	}

	/// @param body null for none
	Answer send(String method, String path, String token, @Nullable Object body) {
		return send(request(path, token).header("Content-Type", "application/json")
			.method(method, (body != null) ? HttpRequest.BodyPublishers.ofByteArray(this.json.writeValueAsBytes(body))
					: HttpRequest.BodyPublishers.noBody()));
	}

	Answer update(String contact, String token, String idempotencyKey, Object body) {
		return send(request("/contacts/" + contact + "/updates", token).header("Idempotency-Key", idempotencyKey)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofByteArray(this.json.writeValueAsBytes(body))));
	}

	/// What page P05 sends for a contact that saw `seen`.
	Map<String, Object> submit(Answer seen, Map<String, ?> changes) {
		Map<String, Object> shown = new LinkedHashMap<>();
		seen.body()
			.path("fields")
			.properties()
			.forEach((field) -> shown.put(field.getKey(), field.getValue().path("version").asLong()));
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("page", "P05");
		body.put("pageVersion", 3);
		body.put("submittedAt", "2026-11-21T10:00:00Z");
		body.put("shown", shown);
		body.put("changes", changes);
		return body;
	}

	static String newKey() {
		return UUID.randomUUID().toString();
	}

	private HttpRequest.Builder request(String path, @Nullable String token) {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.environment.getProperty("local.server.port") + path));
		return (token != null) ? request.header("Authorization", "Bearer " + token) : request;
	}

	private Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			JsonNode body = response.body().isBlank() ? this.json.createObjectNode()
					: this.json.readTree(response.body());
			return new Answer(response.statusCode(), body, response.headers().firstValue("ETag").orElse(""));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/// An answer in JSON.
	///
	/// @param tag its `ETag`, empty if there is none
	record Answer(int status, JsonNode body, String tag) {

		String value(String field) {
			return this.body.path("fields").path(field).path("value").asString("");
		}

		String type() {
			return this.body.path("type").asString("");
		}

	}

}
