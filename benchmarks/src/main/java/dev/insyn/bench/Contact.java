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
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// A contact with an open session: views its page, and corrects its title again and
/// again.
final class Contact {

	private static final String COOKIE = "__Host-insyn";

	private final HttpClient http;

	private final String gateway;

	private final RunningStack.Link link;

	private final String cookie;

	private int corrections;

	private Contact(HttpClient http, String gateway, RunningStack.Link link, String cookie) {
		this.http = http;
		this.gateway = gateway;
		this.link = link;
		this.cookie = cookie;
	}

	static Contact open(HttpClient http, String gateway, RunningStack.Link link)
			throws IOException, InterruptedException {
		HttpResponse<Void> answer = http.send(HttpRequest.newBuilder(URI.create(link.url()))
			.header("Sec-Fetch-Site", "same-origin")
			.POST(HttpRequest.BodyPublishers.noBody())
			.build(), HttpResponse.BodyHandlers.discarding());
		String cookie = answer.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((header) -> header.startsWith(COOKIE + "="))
			.map((header) -> header.substring(0, header.indexOf(';')))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The link was answered with " + answer.statusCode()));
		return new Contact(http, gateway, link, cookie);
	}

	String id() {
		return this.link.contactId();
	}

	boolean view() {
		return view(this.gateway);
	}

	/// The same request to another gateway.
	boolean view(String gateway) {
		return answer(request(gateway).build(), HttpResponse.BodyHandlers.discarding(), 200);
	}

	/// The form as it stands on the page now, with another title: ready to be sent.
	HttpRequest correction() {
		try {
			HttpResponse<String> page = this.http.send(request(this.gateway).build(),
					HttpResponse.BodyHandlers.ofString());
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
		return answer(correction, HttpResponse.BodyHandlers.discarding(), 303);
	}

	private HttpRequest.Builder request(String gateway) {
		return HttpRequest.newBuilder(URI.create(gateway + "/p/" + this.link.page()))
			.timeout(Duration.ofSeconds(10))
			.header("Cookie", this.cookie)
			.header("Accept", "text/html")
			.header("Accept-Language", "sv");
	}

	private <T> boolean answer(HttpRequest request, HttpResponse.BodyHandler<T> body, int expected) {
		try {
			return this.http.send(request, body).statusCode() == expected;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
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
