package dev.insyn.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Sets up the page that is measured, by the API that the console's own screens stand beside: the demo's page with more
/// fields, until it has as many as asked for, and with its first report alone.
final class Administrator {

	private static final String COOKIE = "__Host-insyn-user";

	/// The demo's page, and one of its fields, that are copied.
	private static final String MODEL = "P05";

	private static final String MODEL_FIELD = "title";

	private final HttpClient http;

	private final String gateway;

	private final String cookie;

	private final JsonMapper json = JsonMapper.shared();

	private Administrator(HttpClient http, String gateway, String cookie) {
		this.http = http;
		this.gateway = gateway;
		this.cookie = cookie;
	}

	static Administrator signIn(HttpClient http, RunningStack.Ready ready) throws IOException, InterruptedException {
		RunningStack.User user = ready.administrator();
		HttpResponse<Void> answer = http.send(HttpRequest.newBuilder(URI.create(ready.gateway() + "/sign-in"))
			.header("Sec-Fetch-Site", "same-origin")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers
				.ofString("email=" + encoded(user.email()) + "&password=" + encoded(user.password())))
			.build(), HttpResponse.BodyHandlers.discarding());
		return new Administrator(http, ready.gateway(), Contact.cookieOf(answer, COOKIE)
			.orElseThrow(() -> new IllegalStateException("Signing in answered " + answer.statusCode())));
	}

	/// @return the number of the published page
	String publishPageOf(int fields) throws IOException, InterruptedException {
		Answer model = send("GET", "/api/pages/" + MODEL, "", null);
		Answer copy = send("POST", "/api/pages/" + MODEL + "/duplicate", model.tag(),
				Map.of("description", "Measured by ./bench"));
		String page = copy.body().path("page").asString();
		Answer draft = send("GET", "/api/pages/" + page, "", null);
		ObjectNode content = (ObjectNode) draft.body().path("draft");
		ArrayNode reports = (ArrayNode) content.path("reports");
		while (reports.size() > 1) {
			reports.remove(1);
		}
		ArrayNode body = (ArrayNode) content.path("body");
		for (String key : newFields(fields - body.size() - content.path("header").size())) {
			body.addObject().put("key", key).put("editable", true);
		}
		Answer saved = send("PUT", "/api/pages/" + page + "/draft", draft.tag(), content);
		send("POST", "/api/pages/" + page + "/publish", saved.tag(), null);
		return page;
	}

	private List<String> newFields(int count) throws IOException, InterruptedException {
		ObjectNode field = (ObjectNode) send("GET", "/api/field-catalogue/" + MODEL_FIELD, "", null).body();
		field.remove(List.of("lacks", "hasValues", "state"));
		List<String> keys = new ArrayList<>();
		for (int i = 1; i <= count; i++) {
			String key = "bench-" + i;
			send("POST", "/api/field-catalogue", "", field.put("key", key));
			keys.add(key);
		}
		return keys;
	}

	private Answer send(String method, String path, String tag, @Nullable Object body)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.gateway + path))
			.header("Cookie", COOKIE + "=" + this.cookie)
			.header("Sec-Fetch-Site", "same-origin")
			.header("Accept", "application/json")
			.header("Content-Type", "application/json")
			.method(method, (body != null) ? HttpRequest.BodyPublishers.ofString(this.json.writeValueAsString(body))
					: HttpRequest.BodyPublishers.noBody());
		if (!tag.isEmpty()) {
			request.header("If-Match", tag);
		}
		HttpResponse<String> answer = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		if (answer.statusCode() / 100 != 2) {
			throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
		}
		return new Answer(answer.headers().firstValue("ETag").orElse(""), this.json.readTree(answer.body()));
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	private record Answer(String tag, JsonNode body) {
	}

}
