package dev.insyn.stack.crm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A tenant's CRM as a client of Insyn's API, through the gateway like everybody else.
public final class ApiClient {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final HttpClient http;

	private final String gateway;

	private final DemoTenant tenant;

	private final String secret;

	private final JsonMapper json = JsonMapper.shared();

	private String token = "";

	private Instant renewal = Instant.EPOCH;

	public ApiClient(HttpClient http, String gateway, DemoTenant tenant, String secret) {
		this.http = http;
		this.gateway = gateway;
		this.tenant = tenant;
		this.secret = secret;
	}

	public DemoTenant tenant() {
		return this.tenant;
	}

	public String secret() {
		return this.secret;
	}

	public String tokenUrl() {
		return this.gateway + "/oauth2/token";
	}

	/// @throws ApiRefusal unless the answer is a success
	JsonNode get(String path) {
		return send(request(path).header("Authorization", "Bearer " + token()).GET());
	}

	/// @throws ApiRefusal unless the answer is a success
	JsonNode post(String path, Object body) {
		return send(request(path).header("Authorization", "Bearer " + token())
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(this.json.writeValueAsString(body))));
	}

	/// Changes what was seen in that revision.
	/// @throws ApiRefusal unless the answer is a success
	JsonNode change(String method, String path, int seen, Object body) {
		return send(request(path).header("Authorization", "Bearer " + token())
			.header("Content-Type", "application/json")
			.header("If-Match", "\"" + seen + "\"")
			.method(method, BodyPublishers.ofString(this.json.writeValueAsString(body))));
	}

	/// What needs no token.
	JsonNode getPublic(String path) {
		return send(request(path).GET());
	}

	/// Whether there is a page at an address.
	boolean isThere(URI address) {
		HttpRequest request = request(address.getPath()).header("Accept", "text/html").build();
		try {
			return this.http.send(request, BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private synchronized String token() {
		if (Instant.now().isAfter(this.renewal)) {
			JsonNode answer = send(request("/oauth2/token").header("Authorization", "Basic " + credentials())
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString("grant_type=client_credentials")));
			this.token = answer.path("access_token").asString();
			this.renewal = Instant.now().plusSeconds(answer.path("expires_in").asLong() / 2);
		}
		return this.token;
	}

	private String credentials() {
		byte[] pair = (this.tenant.client() + ":" + this.secret).getBytes(StandardCharsets.UTF_8);
		return Base64.getEncoder().encodeToString(pair);
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.gateway + path))
			.timeout(PATIENCE)
			.header("Accept", "application/json");
	}

	private JsonNode send(HttpRequest.Builder builder) {
		HttpRequest request = builder.build();
		try {
			HttpResponse<String> answer = this.http.send(request, BodyHandlers.ofString());
			if (answer.statusCode() / 100 != 2) {
				throw new ApiRefusal(request, String.valueOf(answer.statusCode()), answer.body());
			}
			return this.json.readTree(answer.body());
		}
		catch (IOException ex) {
			throw new ApiRefusal(request, "no answer", ex.toString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ApiRefusal(request, "interrupted", "");
		}
	}

}
