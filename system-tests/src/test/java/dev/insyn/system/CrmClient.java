package dev.insyn.system;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import tools.jackson.databind.JsonNode;

/// A tenant's CRM system: gets a token with its client secret, asks the API, and opens
/// sealed values with any JOSE library.
final class CrmClient {

	private final Stack stack;

	private final Ready.Client client;

	CrmClient(Stack stack, String tenant) {
		this.stack = stack;
		this.client = stack.ready().clientOf(tenant);
	}

	String token() {
		return token(Map.of());
	}

	String token(Map<String, String> more) {
		HttpResponse<String> answer = requestToken(more);
		if (answer.statusCode() != 200) {
			throw new AssertionError("The token endpoint answered " + answer.statusCode() + ": " + answer.body());
		}
		return this.stack.json().readTree(answer.body()).get("access_token").asString();
	}

	HttpResponse<String> requestToken(Map<String, String> more) {
		Visit.Form form = new Visit.Form(new java.util.LinkedHashMap<>()).add("grant_type", "client_credentials");
		more.forEach(form::add);
		String basic = Base64.getEncoder()
			.encodeToString(
					(this.client.clientId() + ":" + this.client.clientSecret()).getBytes(StandardCharsets.UTF_8));
		return this.stack.send(HttpRequest.newBuilder(URI.create(this.client.tokenUrl()))
			.header("Authorization", "Basic " + basic)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form.encoded())));
	}

	HttpResponse<String> get(String path) {
		return this.stack.send(HttpRequest.newBuilder(this.stack.gateway(path))
			.header("Authorization", "Bearer " + token())
			.header("Accept", "application/json"));
	}

	HttpResponse<String> post(String path, Object body) {
		return this.stack.send(HttpRequest.newBuilder(this.stack.gateway(path))
			.header("Authorization", "Bearer " + token())
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(this.stack.json().writeValueAsString(body))));
	}

	HttpResponse<String> delete(String path) {
		return this.stack.send(
				HttpRequest.newBuilder(this.stack.gateway(path)).header("Authorization", "Bearer " + token()).DELETE());
	}

	JsonNode ask(String path) {
		HttpResponse<String> answer = get(path);
		if (answer.statusCode() != 200) {
			throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
		}
		return this.stack.json().readTree(answer.body());
	}

	/// Opens an event's `sealed` values with the contact's data key (JWE, `dir`,
	/// `A256GCM`).
	JsonNode open(String contact, String sealed) {
		try {
			OctetSequenceKey key = OctetSequenceKey.parse(ask("/api/contacts/" + contact + "/data-key").toString());
			JWEObject jwe = JWEObject.parse(sealed);
			jwe.decrypt(new DirectDecrypter(key));
			return this.stack.json().readTree(jwe.getPayload().toString());
		}
		catch (ParseException | JOSEException ex) {
			throw new AssertionError("The sealed values could not be opened", ex);
		}
	}

}
