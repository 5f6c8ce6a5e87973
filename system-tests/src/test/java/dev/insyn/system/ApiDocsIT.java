package dev.insyn.system;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// What the API is said to be, against what the gateway leads to. Red when a route is missing, or when an operation lets
/// in whoever comes.
@ExtendWith(StackExtension.class)
@Order(40)
class ApiDocsIT {

	private static final List<String> SERVICES = List.of("contact-service", "landing-page-service", "token-service",
			"notification-service", "audit-service");

	private final Stack stack;

	ApiDocsIT(Stack stack) {
		this.stack = stack;
	}

	@Test
	void everyOperationIsThereAndAsksWhoCalls() {
		List<String> open = new ArrayList<>();
		for (String service : SERVICES) {
			document(service).path("paths")
				.properties()
				.forEach((path) -> path.getValue().propertyNames().forEach((verb) -> {
					int status = call(verb.toUpperCase(java.util.Locale.ROOT), path.getKey());
					if (status != 401) {
						open.add(status + " " + verb + " " + path.getKey());
					}
				}));
		}
		assertThat(open).isEmpty();
	}

	@Test
	void everyOperationSaysWhatItDoesAndForWhom() {
		for (String service : SERVICES) {
			JsonNode document = document(service);
			assertThat(document.path("openapi").asString()).startsWith("3.");
			document.path("paths").forEach((path) -> path.forEach((operation) -> {
				assertThat(operation.path("summary").asString("")).as(operation.toString()).isNotBlank();
				assertThat(operation.path("security").isEmpty()).as(operation.toString()).isFalse();
				assertThat(operation.path("responses").size()).isPositive();
			}));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1280, 390 })
	void isReadableWithoutScript(int width) {
		try (Browser browser = Browser.open()) {
			Page page = browser.page(width, (width > 500) ? ColorScheme.LIGHT : ColorScheme.DARK, "en-GB");
			for (String address : List.of("/api-docs", "/api-docs/contact-service")) {
				page.navigate(this.stack.gateway(address).toString());
				page.screenshot(new Page.ScreenshotOptions().setFullPage(address.equals("/api-docs"))
					.setPath(Path
						.of("target/screenshots/" + address.substring(1).replace('/', '-') + "-" + width + ".png")));
				assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
					.as("no sideways scrolling on %s", address)
					.isEqualTo(true);
				Accessibility.check(page, address + " " + width);
			}
		}
	}

	private JsonNode document(String service) {
		HttpResponse<String> answer = this.stack
			.send(HttpRequest.newBuilder(this.stack.gateway("/api-docs/" + service + ".json")));
		assertThat(answer.statusCode()).as(service).isEqualTo(200);
		return this.stack.json().readTree(answer.body());
	}

	private int call(String verb, String path) {
		return this.stack.send(HttpRequest
			.newBuilder(this.stack.gateway(path.replaceAll("\\{(page|version|seq)}", "1")
				.replaceAll("\\{kind}", "logo")
				.replaceAll("\\{act}", "publish")
				.replaceAll("\\{\\w+}", "x")))
			.header("Accept", "application/json")
			.header("Sec-Fetch-Site", "same-origin")
			.header("Content-Type", "application/json")
			.method(verb, HttpRequest.BodyPublishers.ofString("{}"))).statusCode();
	}

}
