package dev.insyn.token;

import java.net.http.HttpResponse;
import java.util.List;

import dev.insyn.testing.Events;
import dev.insyn.testing.Received;
import dev.insyn.testing.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/// From the issued link to the session, as a mail scanner and as a person go.
@WholeService
@ExtendWith(OutputCaptureExtension.class)
class OpeningALinkIT {

	private static final String NEVER = "{\"kind\":\"never\"}";

	@Autowired
	Visitor visitor;

	@Autowired
	Events events;

	@Autowired
	Observed observed;

	@Test
	void opensAPageForItsContactAndNothingElse() {
		String page = this.visitor.publishedPage(NEVER);
		JsonNode link = this.visitor.firstLink(this.visitor.issue(page, "anna-1"));
		assertThat(link.path("url").asString()).matches("http://localhost:8080/l/nordcykel\\.[A-Za-z0-9_-]{43}");
		HttpResponse<String> opened = this.visitor.open(java.net.URI.create(link.path("url").asString()).getPath());
		assertThat(opened.statusCode()).isEqualTo(303);
		assertThat(opened.headers().firstValue("Location")).contains("/p/" + page);
		assertThat(opened.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("__Host-insyn=")
			.contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
			.doesNotContain("Max-Age", "Expires", "Domain");
		JsonNode claims = this.visitor.claims(Visitor.tokenOf(opened));
		assertThat(claims.path("sub").asString()).isEqualTo("anna-1");
		assertThat(claims.path("contact").asString()).isEqualTo("anna-1");
		assertThat(claims.path("tenant").asString()).isEqualTo("nordcykel");
		assertThat(claims.path("page").asString()).isEqualTo(page);
		assertThat(claims.path("link").asString()).isEqualTo(link.path("id").asString());
		assertThat(claims.path("iss").asString()).isEqualTo("http://localhost:8080");
		assertThat(claims.path("aud").asString()).isEqualTo("insyn");
		assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(600);
		assertThat(claims.path("sid").asString()).isNotEmpty();
		assertThat(claims.path("auth_time").asLong()).isPositive();
		assertThat(claims.path("jti").asString()).isNotEmpty();
	}

	/// Seen red with a `GET` that begins a session.
	@Test
	void changesNothingForWhoeverOnlyLooks() {
		String page = this.visitor.publishedPage(NEVER);
		JsonNode link = this.visitor.firstLink(this.visitor.issue(page, "anna-2"));
		String path = java.net.URI.create(link.path("url").asString()).getPath();
		try (Recording recording = this.events.record("insyn.links")) {
			HttpResponse<String> looked = this.visitor.get(path, "Accept-Language", "sv");
			assertThat(looked.statusCode()).isEqualTo(200);
			assertThat(looked.headers().firstValue("Set-Cookie")).isEmpty();
			assertThat(looked.body()).contains("Nordcykel AB", "Fortsätt", "action=\"" + path + "\"")
				.containsIgnoringCase("method=\"post\"")
				.doesNotContain("anna", page);
			assertThat(this.visitor.head(path).statusCode()).isEqualTo(200);
			this.visitor.open(path);
			recording.await("link.opened.v1");
			assertThat(recording.ofType("link.opened.v1")).hasSize(1);
		}
		JsonNode listed = this.visitor
			.read(this.visitor.get("/api/links?contact=anna-2", "Authorization", this.visitor.crm()));
		assertThat(listed.at("/links/0/opened").asInt()).isEqualTo(1);
	}

	@Test
	void speaksTheTenantsLanguages() {
		String path = this.visitor.newLink(this.visitor.publishedPage(NEVER), "anna-3");
		assertThat(this.visitor.get(path, "Accept-Language", "en-GB").body()).contains("lang=\"en\"", "Continue");
		assertThat(this.visitor.get(path, "Accept-Language", "fi").body()).contains("lang=\"sv\"", "Fortsätt");
	}

	/// A session of its own each time, whatever session the browser brings: whoever
	/// planted
	/// one knows nothing of the next. Seen red with a session's id made of the link's.
	@Test
	void opensAsOftenAsTheContactLikesEachTimeWithANewSession() {
		String page = this.visitor.publishedPage(NEVER);
		String path = this.visitor.newLink(page, "anna-4");
		HttpResponse<String> first = this.visitor.open(path);
		assertThat(first.statusCode()).isEqualTo(303);
		String planted = Visitor.tokenOf(this.visitor.open(this.visitor.newLink(page, "mallory")));
		HttpResponse<String> second = this.visitor.post(path, "", "Sec-Fetch-User", "?1", "Authorization",
				"Bearer " + planted, "Cookie", "__Host-insyn=" + planted);
		assertThat(second.statusCode()).isEqualTo(303);
		JsonNode claims = this.visitor.claims(Visitor.tokenOf(second));
		assertThat(claims.path("contact").asString()).isEqualTo("anna-4");
		assertThat(claims.path("sid")).isNotEqualTo(this.visitor.claims(Visitor.tokenOf(first)).path("sid"))
			.isNotEqualTo(this.visitor.claims(planted).path("sid"));
	}

	/// Seen red with another status for a token that could be one, and with revoked links
	/// that work.
	@Test
	void answersAlikeForEveryLinkOfATenantThatDoesNotWork() {
		String page = this.visitor.publishedPage(NEVER);
		JsonNode link = this.visitor.firstLink(this.visitor.issue(page, "anna-5"));
		String revoked = java.net.URI.create(link.path("url").asString()).getPath();
		assertThat(this.visitor.delete("/api/links/" + link.path("id").asString(), "Authorization", this.visitor.crm())
			.statusCode()).isEqualTo(204);
		String never = "/l/nordcykel." + "x".repeat(43);
		String answer = this.visitor.get(never, "Accept-Language", "sv").body();
		assertThat(answer).contains("Länken fungerar inte", "Nordcykel AB", "name=\"email\"");
		for (String path : List.of(revoked, never, "/l/nordcykel.cut-off", "/l/nordcykel",
				"/l/nordcykel.%F0%9F%98%80")) {
			HttpResponse<String> looked = this.visitor.get(path, "Accept-Language", "sv");
			HttpResponse<String> opened = this.visitor.post(path, "", "Accept-Language", "sv");
			assertThat(List.of(looked.statusCode(), opened.statusCode())).as(path).containsOnly(404);
			assertThat(withoutAddress(looked.body())).as(path).isEqualTo(withoutAddress(answer));
			assertThat(opened.headers().firstValue("Set-Cookie")).isEmpty();
			assertThat(opened.body()).isEqualTo(looked.body());
		}
	}

	@Test
	void asksNothingWhereNoTenantIsNamed() {
		for (String path : List.of("/l/" + "x".repeat(43), "/l/nobody." + "x".repeat(43), "/l/%F0%9F%98%80")) {
			HttpResponse<String> looked = this.visitor.get(path, "Accept-Language", "sv");
			assertThat(looked.statusCode()).as(path).isEqualTo(404);
			assertThat(looked.body()).contains("Länken fungerar inte").doesNotContain("<form");
		}
	}

	private static String withoutAddress(String html) {
		return html.replaceAll("action=\"/l/[^\"]*\"", "");
	}

	/// A scanner that sends every form it finds, with what stands in it or with rubbish,
	/// and
	/// a script that submits it: `script` is set by the page's script, `pressed` only by
	/// a
	/// click that the browser trusts. Seen red when `LinkPages` does not ask `Presses`.
	@Test
	void opensForAPersonsPressAlone() {
		String path = this.visitor.newLink(this.visitor.publishedPage(NEVER), "anna-scanned");
		String shown = this.visitor.get(path, "Sec-Purpose", "prefetch").body();
		String proof = "proof=" + attribute(shown, "name=\"proof\" value");
		String pressed = attribute(shown, "data-pressed");
		for (String form : List.of("", proof + "&script=&pressed=", proof + "&script=yes&pressed=",
				proof + "&script=yes&pressed=yes", proof + "&script=&pressed=&typed=12345")) {
			HttpResponse<String> scanned = this.visitor.submit(path, form);
			assertThat(scanned.statusCode()).as(form).isEqualTo(200);
			assertThat(scanned.headers().firstValue("Set-Cookie")).isEmpty();
			assertThat(scanned.body()).doesNotContain("anna");
		}
		assertThat(this.visitor.submit(path, proof + "&script=yes&pressed=", "Sec-Fetch-User", "?1").statusCode())
			.as("a browser that a program drives says that a person navigated")
			.isEqualTo(200);
		JsonNode listed = this.visitor
			.read(this.visitor.get("/api/links?contact=anna-scanned", "Authorization", this.visitor.crm()));
		assertThat(listed.at("/links/0/opened").asInt()).isZero();
		assertThat(this.visitor.submit(path, proof + "&script=yes&pressed=" + pressed).statusCode()).isEqualTo(303);
	}

	@Test
	void takesTheNumberThatItAsksForWhereTheBrowserSaysNothing() {
		String path = this.visitor.newLink(this.visitor.publishedPage(NEVER), "anna-old-browser");
		String asked = this.visitor.submit(path, "").body();
		String proof = attribute(asked, "name=\"proof\" value");
		String number = asked.replaceAll("(?s).*<label[^>]*>[^<]*?(\\d{3})<.*", "$1");
		assertThat(this.visitor.submit(path, "proof=" + proof + "&typed=000").body()).contains(" aria-invalid");
		assertThat(this.visitor.submit(path, "proof=" + proof + "&typed=" + number).statusCode()).isEqualTo(303);
		String another = this.visitor.newLink(this.visitor.publishedPage(NEVER), "anna-old-browser");
		assertThat(this.visitor.submit(another, "proof=" + proof + "&typed=" + number).statusCode())
			.as("a number of another link")
			.isEqualTo(200);
	}

	private static String attribute(String html, String name) {
		return html.replaceAll("(?s).*" + name + "=\"([^\"]*)\".*", "$1");
	}

	@Test
	void tellsWhatHappenedToALinkInOrder() {
		String page = this.visitor.publishedPage("{\"kind\":\"days\",\"days\":30}");
		try (Recording recording = this.events.record("insyn.links")) {
			JsonNode link = this.visitor.firstLink(this.visitor.issue(page, "anna-6"));
			this.visitor.open(java.net.URI.create(link.path("url").asString()).getPath());
			this.visitor.delete("/api/links/" + link.path("id").asString(), "Authorization", this.visitor.crm());
			List<Received> told = recording.await(3, (event) -> event.key().equals("nordcykel:anna-6")
					&& event.subject().equals(link.path("id").asString()));
			assertThat(told).extracting(Received::type)
				.containsExactly("link.issued.v1", "link.opened.v1", "link.revoked.v1");
			assertThat(told).extracting((event) -> event.headers().get("ce_actor"))
				.containsExactly("client:crm-nordcykel", "contact:anna-6", "client:crm-nordcykel");
			assertThat(told.getFirst().body()).contains("\"expires\":");
			String token = link.path("url").asString().replaceAll(".*/", "");
			assertThat(told).allSatisfy((event) -> assertThat(event.toString()).doesNotContain(token));
		}
	}

	/// Red when a request's path is logged, for one by Spring's resolver of exceptions at
	/// its own level, and without `PathlessObservation`.
	@Test
	void writesNoTokenToLogsMetricsOrTraces(CapturedOutput output) {
		String page = this.visitor.publishedPage(NEVER);
		String path = this.visitor.newLink(page, "anna-7");
		String token = path.substring("/l/".length());
		this.visitor.get(path);
		this.visitor.get(path + "/more");
		this.visitor.delete(path);
		this.visitor.get(path, "Accept", "image/png");
		HttpResponse<String> opened = this.visitor.open(path);
		String access = Visitor.tokenOf(opened);
		this.visitor.post("/sessions/renewal", "", "Authorization", "Bearer " + access);
		this.visitor.post("/sessions/renewal", "", "Authorization", "Bearer " + access + "x");
		this.visitor.get("/api/links?contact=anna-7", "Authorization", "Bearer " + access);
		assertThat(output.getAll()).doesNotContain(token, access, access.substring(access.lastIndexOf('.')));
		assertThat(this.visitor.get("/actuator/prometheus").body()).doesNotContain(token);
		assertThat(this.observed.all()).anyMatch((seen) -> seen.contains("http.url=/l/{token}"))
			.noneMatch((seen) -> seen.contains(token) || seen.contains(access));
	}

	/// Red when `Links.find` looks among the links of all tenants.
	@Test
	void opensNothingWithALinksSecretInAnotherTenantsName() {
		String path = this.visitor.newLink(this.visitor.publishedPage(NEVER), "anna-8");
		String foreign = path.replace("/l/nordcykel.", "/l/fjordbok.");
		assertThat(foreign).isNotEqualTo(path);
		HttpResponse<String> opened = this.visitor.open(foreign);
		assertThat(opened.statusCode()).isEqualTo(404);
		assertThat(opened.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(this.visitor.open(path).statusCode()).isEqualTo(303);
	}

	/// Seen red when `OpeningLinks` does not ask whether the page is archived.
	@Test
	void answersALinkToAnArchivedPageLikeAnyThatDoesNotWork() {
		String page = this.visitor.publishedPage(NEVER);
		String path = this.visitor.newLink(page, "anna-archived");
		HttpResponse<String> opened = this.visitor.open(path);
		String unknown = this.visitor.get("/l/nordcykel." + "x".repeat(43)).body();
		this.events.send("insyn.landing-pages", "landing-page.archived.v1", "nordcykel", page,
				archivedSample().replace("P05", page).replace("\"version\": 3", "\"version\": 1"));
		org.awaitility.Awaitility.await()
			.atMost(java.time.Duration.ofSeconds(20))
			.until(() -> this.visitor.get(path).statusCode() == 404);
		assertThat(this.visitor.open(path).statusCode()).isEqualTo(404);
		assertThat(headline(this.visitor.get(path).body())).isEqualTo(headline(unknown));
		assertThat(this.visitor.issue(page, "anna-archived").statusCode()).isEqualTo(422);
		assertThat(this.visitor.post("/sessions/renewal", "", "Authorization", "Bearer " + Visitor.tokenOf(opened))
			.statusCode()).as("a session ends with its token").isEqualTo(401);
		this.visitor.publish(page, 2, NEVER);
		org.awaitility.Awaitility.await()
			.atMost(java.time.Duration.ofSeconds(20))
			.until(() -> this.visitor.get(path).statusCode() == 200);
	}

	private static String headline(String html) {
		return html.replaceAll("(?s).*<h1>(.*?)</h1>.*", "$1");
	}

	private static String archivedSample() {
		try (var sample = dev.insyn.events.LandingPageArchived.class
			.getResourceAsStream("/samples/landing-page.archived.v1.json")) {
			return new String(java.util.Objects.requireNonNull(sample).readAllBytes(),
					java.nio.charset.StandardCharsets.UTF_8);
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
