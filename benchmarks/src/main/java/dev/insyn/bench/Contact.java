package dev.insyn.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/// A contact with an open session: views its page, and corrects its title again and
/// again.
final class Contact {

	/// An update is answered with where its confirmation is to be seen.
	static final int ACCEPTED = 303;

	private static final String COOKIE = "__Host-insyn";

	private final HttpClient http;

	private final String gateway;

	private final String id;

	private final String page;

	private volatile String cookie;

	private int corrections;

	private Contact(HttpClient http, String gateway, String id, String page, String cookie) {
		this.http = http;
		this.gateway = gateway;
		this.id = id;
		this.page = page;
		this.cookie = cookie;
	}

	/// Opens a link and presses *continue*, as the browser of a person without script
	/// does.
	/// @param link as token-service answers it: contact, page and address
	static Contact open(HttpClient http, String gateway, JsonNode link) throws IOException, InterruptedException {
		HttpResponse<Void> answer = http.send(HttpRequest.newBuilder(URI.create(link.path("url").asString()))
			.header("Sec-Fetch-Site", "same-origin")
			.header("Sec-Fetch-User", "?1")
			.POST(HttpRequest.BodyPublishers.noBody())
			.build(), HttpResponse.BodyHandlers.discarding());
		String cookie = cookieOf(answer, COOKIE)
			.orElseThrow(() -> new IllegalStateException("The link was answered with " + answer.statusCode()));
		return new Contact(http, gateway, link.path("contact").asString(), link.path("page").asString(), cookie);
	}

	static Optional<String> cookieOf(HttpResponse<?> answer, String name) {
		return answer.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((header) -> header.startsWith(name + "="))
			.map((header) -> header.substring(name.length() + 1, header.indexOf(';')))
			.findFirst();
	}

	/// As a browser does with a renewed session: else every request would renew it again.
	private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
			throws IOException, InterruptedException {
		HttpResponse<T> answer = this.http.send(request, body);
		cookieOf(answer, COOKIE).ifPresent((renewed) -> this.cookie = renewed);
		return answer;
	}

	String id() {
		return this.id;
	}

	boolean view() {
		return view(this.gateway);
	}

	/// The same request to another gateway.
	boolean view(String gateway) {
		return status(request(gateway).build()) == 200;
	}

	/// The form as it stands on the page now, with another title: ready to be sent.
	HttpRequest correction() {
		try {
			HttpResponse<String> page = send(request(this.gateway).build(), HttpResponse.BodyHandlers.ofString());
			return request(this.gateway).header("Content-Type", "application/x-www-form-urlencoded")
				.header("Sec-Fetch-Site", "same-origin")
				.POST(HttpRequest.BodyPublishers.ofString(form(page.body())))
				.build();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	boolean send(HttpRequest correction) {
		return status(correction) == ACCEPTED;
	}

	/// The status of the answer, 0 if there was none.
	int status(HttpRequest request) {
		try {
			return send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			return 0;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return 0;
		}
	}

	private HttpRequest.Builder request(String gateway) {
		return HttpRequest.newBuilder(URI.create(gateway + "/p/" + this.page))
			.timeout(Duration.ofSeconds(10))
			.header("Cookie", COOKIE + "=" + this.cookie)
			.header("Accept", "text/html")
			.header("Accept-Language", "sv");
	}

	private String form(String html) {
		List<String> pairs = new ArrayList<>();
		Element form = Jsoup.parse(html).selectFirst("form:has(button[name=act])");
		if (form == null) {
			throw new IllegalStateException("The page has no form");
		}
		for (Element input : form.select("input[name], textarea[name], select[name]")) {
			boolean unchecked = List.of("checkbox", "radio").contains(input.attr("type")) && !input.hasAttr("checked");
			if (!unchecked && !input.attr("name").equals("title")) {
				pairs.add(pair(input.attr("name"), value(input)));
			}
		}
		pairs.add(pair("title", "Titel " + this.corrections++));
		pairs.add(pair("act", "update"));
		return pairs.stream().collect(Collectors.joining("&"));
	}

	private static String value(Element input) {
		return switch (input.normalName()) {
			case "select" -> input.select("option[selected]").attr("value");
			case "textarea" -> input.wholeText();
			default -> input.attr("value");
		};
	}

	private static String pair(String name, String value) {
		return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
