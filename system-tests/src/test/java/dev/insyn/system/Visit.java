package dev.insyn.system;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A contact's visit without a browser: opens the link, continues, reads the page and
/// submits its form, as a person whose browser runs no script does.
final class Visit {

	static final String COOKIE = "__Host-insyn";

	private final Stack stack;

	private final Ready.Link link;

	private String cookie;

	private Visit(Stack stack, Ready.Link link, String cookie) {
		this.stack = stack;
		this.link = link;
		this.cookie = cookie;
	}

	static Visit begin(Stack stack, Ready.Link link) {
		HttpResponse<String> answer = stack.send(HttpRequest.newBuilder(URI.create(link.url()))
			.header("Sec-Fetch-Site", "same-origin")
			.header("Sec-Fetch-User", "?1")
			.POST(HttpRequest.BodyPublishers.noBody()));
		if (answer.statusCode() != 303) {
			throw new AssertionError("Opening the link answered " + answer.statusCode() + ": " + answer.body());
		}
		return new Visit(stack, link, cookieOf(answer, COOKIE));
	}

	static String cookieOf(HttpResponse<?> answer, String name) {
		return answer.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((header) -> header.startsWith(name + "="))
			.map((header) -> header.substring(name.length() + 1, header.indexOf(';')))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No session cookie in the answer"));
	}

	/// The access token that the browser holds, for attacks that try it elsewhere.
	String token() {
		return this.cookie;
	}

	Ready.Link link() {
		return this.link;
	}

	HttpResponse<String> get() {
		return this.stack.send(page());
	}

	Document read() {
		HttpResponse<String> answer = get();
		if (answer.statusCode() != 200) {
			throw new AssertionError("The page answered " + answer.statusCode() + ": " + answer.body());
		}
		return Jsoup.parse(answer.body(), this.stack.ready().gateway());
	}

	HttpRequest.Builder page() {
		return HttpRequest.newBuilder(this.stack.gateway("/p/" + this.link.page() + "?lang=sv"))
			.header("Cookie", COOKIE + "=" + this.cookie)
			.header("Accept", "text/html");
	}

	/// Reads the page, fills in what is given, and presses *update*.
	HttpResponse<String> update(Map<String, String> typed) {
		return submit(form(read(), typed, "update"));
	}

	HttpResponse<String> confirm() {
		return submit(form(read(), Map.of(), "confirm"));
	}

	HttpResponse<String> submit(Form form) {
		return this.stack.send(post(form));
	}

	HttpRequest.Builder post(Form form) {
		return page().header("Content-Type", "application/x-www-form-urlencoded")
			.header("Sec-Fetch-Site", "same-origin")
			.POST(HttpRequest.BodyPublishers.ofString(form.encoded()));
	}

	/// The page's form with everything that it is prefilled with, changed where `typed`
	/// says so.
	static Form form(Document page, Map<String, String> typed, String button) {
		Element element = page.selectFirst("form:has(button[name=act])");
		if (element == null) {
			throw new AssertionError("The page has no form: " + page.text());
		}
		Form form = new Form(new LinkedHashMap<>());
		element.select("input[name], select[name], textarea[name]").forEach((input) -> form.prefill(input));
		typed.forEach((name, value) -> form.values().put(name, new ArrayList<>(List.of(value))));
		form.values().put("act", List.of(button));
		return form;
	}

	/// What a browser sends for a form: every name with its values.
	record Form(Map<String, List<String>> values) {

		private void prefill(Element input) {
			switch (input.normalName()) {
				case "select" ->
					input.select("option[selected]").forEach((option) -> add(input.attr("name"), option.attr("value")));
				case "textarea" -> add(input.attr("name"), input.wholeText());
				default -> prefillInput(input);
			}
		}

		private void prefillInput(Element input) {
			boolean choice = List.of("checkbox", "radio").contains(input.attr("type"));
			if (!choice || input.hasAttr("checked")) {
				add(input.attr("name"), input.attr("value"));
			}
		}

		Form add(String name, @Nullable String value) {
			this.values.computeIfAbsent(name, (key) -> new ArrayList<>()).add((value != null) ? value : "");
			return this;
		}

		String encoded() {
			return this.values.entrySet()
				.stream()
				.flatMap((entry) -> entry.getValue().stream().map((value) -> pair(entry.getKey(), value)))
				.collect(Collectors.joining("&"));
		}

		private static String pair(String name, String value) {
			return URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
					+ URLEncoder.encode(value, StandardCharsets.UTF_8);
		}

	}

}
