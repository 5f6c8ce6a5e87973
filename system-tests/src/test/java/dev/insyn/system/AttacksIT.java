package dev.insyn.system;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// What an attacker tries from outside, and straight at a service. Each claim goes red
/// when the defence it names is taken out; the services' own tests show each alone.
@ExtendWith(StackExtension.class)
@Order(50)
class AttacksIT {

	private static final String MARKUP = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

	private final Stack stack;

	AttacksIT(Stack stack) {
		this.stack = stack;
	}

	@Test
	void anotherContactsIdIsNotFoundWithAContactsToken() {
		Visit visit = Visit.begin(this.stack, this.stack.takeLink());
		String other = this.stack.takeLink().contactId();
		String foreign = this.stack.takeForeignLink().contactId();
		for (String id : List.of(other, foreign)) {
			assertThat(asBearer(visit.token(), this.stack.service("contact-service", "/contacts/" + id)).statusCode())
				.isIn(403, 404);
			assertThat(asBearer(visit.token(), this.stack.gateway("/api/contacts/" + id)).statusCode()).isIn(403, 404);
			assertThat(asBearer(visit.token(), this.stack.gateway("/api/contacts/" + id + "/data-key")).statusCode())
				.isIn(403, 404);
		}
	}

	@Test
	void anotherTenantsContactsKeysLinksAndRecordsAreNotFound() {
		CrmClient nordcykel = new CrmClient(this.stack, "nordcykel");
		Ready.Link foreign = this.stack.takeForeignLink();
		assertThat(nordcykel.get("/api/contacts/" + foreign.contactId()).statusCode()).isEqualTo(404);
		assertThat(nordcykel.get("/api/contacts/" + foreign.contactId() + "/data-key").statusCode()).isEqualTo(404);
		assertThat(nordcykel.ask("/api/links?contact=" + foreign.contactId()).toString())
			.doesNotContain(foreign.contactId());
		assertThat(nordcykel.ask("/audit?contact=" + foreign.contactId()).toString())
			.doesNotContain(foreign.contactId());
		assertThat(nordcykel.ask("/api/activities?contact=" + foreign.contactId()).toString())
			.doesNotContain(foreign.contactId());
	}

	@Test
	void aTenantsClientCanNotNameAnotherTenant() {
		CrmClient nordcykel = new CrmClient(this.stack, "nordcykel");
		HttpResponse<String> answer = nordcykel.requestToken(Map.of("tenant", "fjordbok"));
		if (answer.statusCode() == 200) {
			String token = this.stack.json().readTree(answer.body()).get("access_token").asString();
			assertThat(claims(token)).contains("\"nordcykel\"").doesNotContain("fjordbok");
		}
		else {
			assertThat(answer.statusCode()).isBetween(400, 403);
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "X-Insyn-Tenant", "X-Insyn-Contact", "X-Tenant", "X-User", "X-Tenant-Id", "X-Forwarded-User" })
	void identityHeadersFromOutsideChangeNothing(String header) {
		Ready.Link foreign = this.stack.takeForeignLink();
		Visit visit = Visit.begin(this.stack, this.stack.takeLink());
		HttpResponse<String> through = this.stack.send(visit.page().header(header, foreign.contactId()));
		assertThat(through.statusCode()).isEqualTo(200);
		assertThat(through.body()).contains(visit.link().email()).doesNotContain(foreign.email());
		HttpResponse<String> straight = this.stack
			.send(HttpRequest.newBuilder(this.stack.service("contact-service", "/contacts/" + foreign.contactId()))
				.header(header, "fjordbok"));
		assertThat(straight.statusCode()).isEqualTo(401);
	}

	@Test
	void aReadOnlyFieldInTheFormIsRefusedAndRecorded() {
		Visit visit = Visit.begin(this.stack, this.stack.takeLink());
		Visit.Form form = Visit.form(visit.read(), Map.of(), "update").add("customer-number", "K-1");
		HttpResponse<String> refused = visit.submit(form);
		assertThat(refused.statusCode()).isBetween(400, 422);
		new EventLog(this.stack, "insyn.landing-pages").await("landing-page.update-refused.v1",
				(event) -> visit.link().contactId().equals(event.json().get("contact").asString()));
	}

	@Test
	void anUnknownFieldInTheFormIsRefused() {
		Visit visit = Visit.begin(this.stack, this.stack.takeLink());
		Visit.Form form = Visit.form(visit.read(), Map.of(), "update").add("credit-limit", "1000000");
		assertThat(visit.submit(form).statusCode()).isBetween(400, 422);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cross-site", "same-site" })
	void anotherOriginsFormIsRefused(String site) {
		Visit visit = Visit.begin(this.stack, this.stack.takeLink());
		Visit.Form form = Visit.form(visit.read(), Map.of("title", "Kapad"), "update");
		HttpResponse<String> refused = this.stack.send(visit.page()
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Sec-Fetch-Site", site)
			.header("Origin", "https://attack.example")
			.POST(HttpRequest.BodyPublishers.ofString(form.encoded())));
		assertThat(refused.statusCode()).isEqualTo(403);
	}

	@Test
	void aFormWithoutFetchMetadataNeedsTheRightOrigin() {
		Visit visit = Visit.begin(this.stack, this.stack.takeLink());
		Visit.Form form = Visit.form(visit.read(), Map.of("title", "Kapad"), "update");
		HttpRequest.Builder bare = visit.page()
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form.encoded()));
		assertThat(this.stack.send(bare).statusCode()).isEqualTo(403);
	}

	@Test
	void markupInEveryValueIsShownAsText() {
		Visit visit = Visit.begin(this.stack, this.stack.takeLink());
		HttpResponse<String> answer = visit.update(Map.of("title", MARKUP, "first-name", MARKUP, "last-name", MARKUP));
		assertThat(answer.statusCode()).isIn(303, 422);
		String shown = (answer.statusCode() == 303) ? visit.get().body() : answer.body();
		assertThat(Jsoup.parse(shown).select("img[onerror], script:containsData(alert)")).isEmpty();
		assertThat(shown).doesNotContain("<script>alert");
	}

	@Test
	void twentyMegabytesAreRefusedDeclaredOrChunked() {
		Visit visit = Visit.begin(this.stack, this.stack.takeLink());
		byte[] large = new byte[20 * 1024 * 1024];
		assertThat(refusal(() -> this.stack.send(upload(visit, HttpRequest.BodyPublishers.ofByteArray(large)))))
			.isEqualTo(413);
		assertThat(refusal(() -> this.stack
			.send(upload(visit, HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))))))
			.isEqualTo(413);
	}

	private static HttpRequest.Builder upload(Visit visit, HttpRequest.BodyPublisher body) {
		return visit.page()
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Sec-Fetch-Site", "same-origin")
			.POST(body);
	}

	/// A server may answer 413 or close while the body still comes; both refuse.
	private static int refusal(Supplier<HttpResponse<String>> request) {
		try {
			return request.get().statusCode();
		}
		catch (UncheckedIOException ex) {
			return 413;
		}
	}

	@Test
	void theLinksAddressShowsAndChangesNothingBeforeContinue() {
		Ready.Link link = this.stack.takeLink();
		for (String method : List.of("GET", "HEAD", "GET")) {
			HttpResponse<String> answer = this.stack.send(HttpRequest.newBuilder(URI.create(link.url()))
				.header("User-Agent", "MailScanner/1.0")
				.method(method, HttpRequest.BodyPublishers.noBody()));
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.body()).doesNotContain(link.name(), link.email());
			assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
		}
		await().during(Duration.ofSeconds(2))
			.atMost(Duration.ofSeconds(10))
			.until(() -> new EventLog(this.stack, "insyn.links").all()
				.stream()
				.filter((event) -> "link.opened.v1".equals(event.type()))
				.noneMatch((event) -> link.contactId().equals(event.json().get("contact").asString())));
	}

	/// From an address of its own, so that the limit hits nobody else in this run.
	@Test
	void whoGuessesLinksIsStopped() throws Exception {
		try (HttpClient guesser = HttpClient.newBuilder().localAddress(InetAddress.getByName("127.0.0.9")).build()) {
			HttpResponse<String> answer = guess(guesser, 0);
			for (int i = 1; i < 300 && answer.statusCode() != 429; i++) {
				assertThat(answer.statusCode()).isIn(404, 410);
				answer = guess(guesser, i);
			}
			assertThat(answer.statusCode()).isEqualTo(429);
			assertThat(answer.headers().firstValue("Retry-After")).isPresent();
		}
	}

	private HttpResponse<String> guess(HttpClient guesser, int seed) throws Exception {
		byte[] bytes = new byte[32];
		new Random(seed).nextBytes(bytes);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		return guesser.send(HttpRequest.newBuilder(this.stack.gateway("/l/nordcykel." + token))
			.header("Sec-Fetch-Site", "same-origin")
			.POST(HttpRequest.BodyPublishers.noBody())
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	@Test
	void aRevokedLinkOpensNothing() {
		CrmClient crm = new CrmClient(this.stack, "nordcykel");
		Ready.Link taken = this.stack.takeLink();
		HttpResponse<String> issued = crm.post("/api/links",
				Map.of("page", taken.page(), "contacts", List.of(taken.contactId())));
		assertThat(issued.statusCode()).isEqualTo(201);
		var link = this.stack.json().readTree(issued.body()).get("links").get(0);
		assertThat(crm.delete("/api/links/" + link.get("id").asString()).statusCode()).isIn(200, 204);
		HttpResponse<String> opened = this.stack.send(HttpRequest.newBuilder(URI.create(link.get("url").asString()))
			.header("Sec-Fetch-Site", "same-origin")
			.POST(HttpRequest.BodyPublishers.noBody()));
		assertThat(opened.statusCode()).isIn(404, 410);
		assertThat(opened.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@Test
	void aForgedTokenIsRefused() {
		String header = encode("{\"alg\":\"none\"}");
		String claims = encode("{\"iss\":\"" + this.stack.ready().gateway()
				+ "\",\"aud\":\"insyn\",\"exp\":4102444800,\"tenant\":\"nordcykel\",\"sub\":\"x\",\"client\":\"x\","
				+ "\"scope\":\"contacts.read contacts.keys audit.read\"}");
		String forged = header + "." + claims + ".";
		for (String path : List.of("/api/contacts", "/audit", "/api/links?contact=x", "/api/activities",
				"/api/pages/P05")) {
			assertThat(asBearer(forged, this.stack.gateway(path)).statusCode()).as(path).isEqualTo(401);
		}
	}

	@Test
	void noActuatorIsReachableThroughTheGateway() {
		for (String path : List.of("/actuator", "/actuator/health", "/actuator/prometheus", "/actuator/deadletters",
				"/contacts/x", "/brand/-?tenant=nordcykel", "/sessions/renewal")) {
			assertThat(this.stack.send(HttpRequest.newBuilder(this.stack.gateway(path))).statusCode()).as(path)
				.isEqualTo(404);
		}
	}

	@Test
	void everyPageTellsTheBrowserToBeStrict() {
		HttpResponse<String> page = Visit.begin(this.stack, this.stack.takeLink()).get();
		assertThat(page.headers().firstValue("Content-Security-Policy"))
			.hasValueSatisfying((policy) -> assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'")
				.doesNotContain("unsafe"));
		assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
		assertThat(page.headers().firstValue("Cache-Control"))
			.hasValueSatisfying((value) -> assertThat(value).contains("no-store"));
		assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
	}

	private HttpResponse<String> asBearer(String token, URI address) {
		return this.stack.send(HttpRequest.newBuilder(address)
			.header("Authorization", "Bearer " + token)
			.header("Accept", "application/json"));
	}

	private static String encode(String json) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

	private static String claims(String token) {
		return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
	}

}
