package dev.insyn.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// What is tried with links that one has, had, or has only heard of. Each goes red without what it names.
@ExtendWith(StackExtension.class)
@Order(51)
class LinkAttacksIT {

	private final Stack stack;

	LinkAttacksIT(Stack stack) {
		this.stack = stack;
	}

	/// Red when `LinkPages` does not ask `Presses`: a scanner that drives a browser, and
	/// submits or clicks what it finds by script. The browser then even says that a
	/// person
	/// navigated.
	@ParameterizedTest
	@ValueSource(strings = { "document.forms[0].submit()", "document.forms[0].requestSubmit()",
			"document.querySelector('main button').click()",
			"document.querySelector('main button').dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))" })
	void aScriptThatSubmitsTheFormSeesAndChangesNothing(String script) {
		Ready.Link link = this.stack.takeLink();
		try (Browser browser = Browser.open()) {
			Page page = browser.page();
			page.navigate(link.url());
			page.waitForNavigation(() -> page.evaluate(script));
			assertThat(page.content()).doesNotContain(link.name(), link.email());
			assertThat(page.context().cookies()).isEmpty();
			page.click("main button[type=submit]");
			assertThat(page.url()).as("a person's press all the same")
				.isEqualTo(this.stack.gateway("/p/" + link.page()).toString());
		}
		assertThat(new EventLog(this.stack, "insyn.links").all()
			.stream()
			.filter((event) -> "link.opened.v1".equals(event.type()))
			.filter((event) -> link.contactId().equals(event.json().get("contact").asString()))
			.count()).as("opened once, by the press").isLessThanOrEqualTo(1);
	}

	@Test
	void aLinksSecretOpensNothingInAnotherTenantsName() {
		Ready.Link link = this.stack.takeLink();
		String foreign = link.url().replace("/l/nordcykel.", "/l/fjordbok.");
		assertThat(foreign).isNotEqualTo(link.url());
		HttpResponse<String> opened = this.stack.send(HttpRequest.newBuilder(URI.create(foreign))
			.header("Sec-Fetch-Site", "same-origin")
			.header("Sec-Fetch-User", "?1")
			.POST(HttpRequest.BodyPublishers.noBody()));
		assertThat(opened.statusCode()).isEqualTo(404);
		assertThat(opened.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(opened.body()).doesNotContain("Nordcykel");
	}

	@Test
	void anotherTenantsLinksCanNeitherBeListedReplacedNorRevoked() {
		CrmClient nordcykel = new CrmClient(this.stack, "nordcykel");
		Ready.Link foreign = this.stack.takeForeignLink();
		String id = new CrmClient(this.stack, "fjordbok").ask("/api/links?contact=" + foreign.contactId())
			.at("/links/0/id")
			.asString();
		assertThat(id).hasSize(64);
		assertThat(nordcykel.delete("/api/links/" + id).statusCode()).isEqualTo(404);
		assertThat(nordcykel.post("/api/links/" + id + "/reissue", java.util.Map.of()).statusCode()).isEqualTo(404);
		assertThat(nordcykel.delete("/api/links?contact=" + foreign.contactId()).body()).contains("\"revoked\":0");
		assertThat(Visit.begin(this.stack, foreign).get().statusCode()).isEqualTo(200);
	}

	/// Red without `RevokedLinks`: the token itself is good for ten minutes.
	@Test
	void aRevokedLinksSessionCanNotBeReplayed() {
		Visit visit = Visit.begin(this.stack, this.stack.takeLink());
		assertThat(visit.get().statusCode()).isEqualTo(200);
		new CrmClient(this.stack, "nordcykel").delete("/api/links?contact=" + visit.link().contactId());
		await().atMost(Duration.ofSeconds(10)).until(() -> visit.get().statusCode() == 401);
		assertThat(visit.get().body()).doesNotContain(visit.link().email());
		for (String service : List.of("contact-service", "landing-page-service")) {
			String path = service.equals("contact-service") ? "/contacts/" + visit.link().contactId()
					: "/p/" + visit.link().page();
			await().atMost(Duration.ofSeconds(10))
				.until(() -> this.stack
					.send(HttpRequest.newBuilder(this.stack.service(service, path))
						.header("Authorization", "Bearer " + visit.token()))
					.statusCode() == 401);
		}
	}

	/// From addresses of their own, so that the limit of a sender does not end it. Red
	/// when
	/// the form's POST looks the address up.
	@Test
	void theFormForAFreshLinkTellsNobodyWhoIsKnown() throws Exception {
		Ready.Link link = this.stack.takeLink();
		List<Long> known = new ArrayList<>();
		List<Long> unknown = new ArrayList<>();
		ask("127.0.3.1", link.email(), new ArrayList<>());
		String first = ask("127.0.3.1", link.email(), new ArrayList<>());
		for (int round = 0; round < 12; round++) {
			String sender = "127.0.2." + (1 + round / 4);
			assertThat(ask(sender, link.email(), known)).isEqualTo(first);
			assertThat(ask(sender, "nobody-%d@kund.example".formatted(round), unknown)).isEqualTo(first);
		}
		long difference = Math.abs(median(known) - median(unknown));
		assertThat(Duration.ofNanos(difference)).isLessThan(Duration.ofMillis(15));
	}

	/// Red without `freshLinks` in `RateLimits`.
	@Test
	void whoAsksForFreshLinksAgainAndAgainIsStopped() throws Exception {
		String answer = "";
		for (int i = 0; i < 30 && !answer.startsWith("429"); i++) {
			answer = ask("127.0.4.1", "nobody-%d@kund.example".formatted(i), new ArrayList<>());
		}
		assertThat(answer).startsWith("429");
	}

	/// @return status, body and the names of the headers
	private String ask(String sender, String email, List<Long> times) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newBuilder().localAddress(InetAddress.getByName(sender)).build()) {
			HttpRequest request = HttpRequest.newBuilder(this.stack.gateway("/l/nordcykel.mistyped/fresh"))
				.header("Sec-Fetch-Site", "same-origin")
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString("email=" + URLEncoder.encode(email, StandardCharsets.UTF_8)))
				.build();
			client.send(HttpRequest.newBuilder(this.stack.gateway("/l/nordcykel/fresh")).build(),
					HttpResponse.BodyHandlers.discarding());
			long begin = System.nanoTime();
			HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
			times.add(System.nanoTime() - begin);
			return answer.statusCode() + " " + answer.headers().firstValue("Location").orElse("") + " "
					+ new java.util.TreeSet<>(answer.headers().map().keySet()) + answer.body();
		}
	}

	private static long median(List<Long> nanos) {
		return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow();
	}

}
