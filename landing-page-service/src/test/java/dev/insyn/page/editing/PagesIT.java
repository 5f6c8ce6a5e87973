package dev.insyn.page.editing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import dev.insyn.events.LandingPageArchived;
import dev.insyn.events.LandingPagePublished;
import dev.insyn.events.Topics;
import dev.insyn.page.PageStories;
import dev.insyn.testing.Received;
import dev.insyn.testing.Recording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/// An administrator's program sets up pages, and others may not.
class PagesIT extends PageStories {

	@Test
	void goesFromANewPageToOneThatContactsSeeAndBack() {
		JsonNode page = create();
		String number = page.path("page").asString();
		assertThat(page.path("state").asString()).isEqualTo("DRAFT");
		assertThat(open(number)).as("a draft").hasStatus(404);
		try (Recording recording = this.events.record(Topics.LANDING_PAGES)) {
			ObjectNode draft = (ObjectNode) page.path("draft");
			draft.putObject("title").put("sv", "Mina uppgifter").put("en", "My data");
			page = read(put(number, page, draft));
			page = read(act(number, "publish", page));
			assertThat(page.path("version").asInt()).isEqualTo(1);
			assertThat(page.path("upToDate").asBoolean()).isTrue();
			assertThat(open(number)).hasStatusOk().bodyText().contains("Mina uppgifter");
			draft.putObject("title").put("sv", "Den nya titeln");
			page = read(put(number, page, draft));
			assertThat(page.path("upToDate").asBoolean()).isFalse();
			assertThat(open(number)).as("contacts see the published version").bodyText().contains("Mina uppgifter");
			page = read(act(number, "archive", page));
			assertThat(open(number)).hasStatus(404);
			Received published = await(recording, LandingPagePublished.TYPE, number);
			assertThat(published.headers().get("ce_actor")).isEqualTo("user:karin");
			Received archived = await(recording, LandingPageArchived.TYPE, number);
			ObjectNode sample = (ObjectNode) sample();
			ObjectNode body = (ObjectNode) ContentFixtures.JSON.readTree(archived.body());
			sample.put("page", number).put("version", 1).set("at", body.get("at"));
			assertThat((Object) body).as("exactly the sample").isEqualTo(sample);
		}
		assertThat(put(number, page, page.path("draft"))).as("archived").hasStatus(409);
		page = read(act(number, "unarchive", page));
		assertThat(page.path("state").asString()).isEqualTo("DRAFT");
		assertThat(open(number)).hasStatus(404);
		page = read(act(number, "publish", page));
		assertThat(page.path("version").asInt()).isEqualTo(2);
		assertThat(open(number)).bodyText().contains("Den nya titeln");
	}

	@Test
	void keepsEveryVersionToCompareAndRestore() {
		JsonNode page = create();
		String number = page.path("page").asString();
		for (String button : List.of("Spara", "Klart", "Skicka")) {
			ObjectNode draft = (ObjectNode) page.path("draft");
			draft.putObject("button").put("sv", button);
			page = read(put(number, page, draft));
			page = read(act(number, "publish", page));
		}
		JsonNode versions = read(get("/api/pages/" + number + "/versions?limit=2"));
		assertThat(versions.at("/versions/0/version").asInt()).isEqualTo(3);
		assertThat(versions.at("/versions/0/by").asString()).isEqualTo("user:karin");
		assertThat(versions.path("before").asInt()).isEqualTo(2);
		assertThat(read(get("/api/pages/" + number + "/versions?before=2")).path("versions")).hasSize(1);
		JsonNode differences = read(get("/api/pages/" + number + "/compare?from=1&to=draft"));
		assertThat(differences).singleElement()
			.satisfies((one) -> assertThat(one.path("before").asString()).isEqualTo("Spara"))
			.satisfies((one) -> assertThat(one.path("after").asString()).isEqualTo("Skicka"));
		page = read(act(number, "versions/1/restore", page));
		assertThat(page.at("/draft/button/sv").asString()).isEqualTo("Spara");
		assertThat(page.at("/published/button/sv").asString()).isEqualTo("Skicka");
		page = read(act(number, "discard", page));
		assertThat(page.at("/draft/button/sv").asString()).isEqualTo("Skicka");
		assertThat(page.path("upToDate").asBoolean()).isTrue();
		assertThat(act(number, "versions/9/restore", page)).hasStatus(404);
	}

	/// Red when `Pages.write` does not ask for the revision.
	@Test
	void letsNobodyOverwriteWhatSomebodyElseChanged() {
		JsonNode page = create();
		String number = page.path("page").asString();
		assertThat(send(HttpMethod.PUT, "/api/pages/" + number + "/draft", page.path("draft").toString(), null))
			.hasStatus(428);
		assertThat(put(number, page, page.path("draft"))).hasStatusOk();
		MvcTestResult late = send(HttpMethod.PUT, "/api/pages/" + number + "/draft", page.path("draft").toString(),
				"\"1\"", this.tokens.user("nordcykel", "sven", 99));
		assertThat(late).hasStatus(412);
		assertThat(read(late).path("by").asString()).isEqualTo("user:karin");
		assertThat(read(late).path("act").asString()).isEqualTo("EDITED");
		for (String act : List.of("publish", "archive", "versions/1/restore")) {
			assertThat(act(number, act, page)).as(act)
				.satisfiesAnyOf((answer) -> assertThat(answer).hasStatus(412),
						(answer) -> assertThat(answer).hasStatus(404));
			assertThat(send(HttpMethod.POST, "/api/pages/" + number + "/" + act, null, null)).as(act).hasStatus(428);
		}
	}

	@Test
	void numbersPagesOnceAlsoForThoseWhoAskAtTheSameTime() throws Exception {
		Callable<String> create = () -> create().path("page").asString();
		Set<String> numbers = new HashSet<>();
		try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
			for (var created : executor.invokeAll(java.util.Collections.nCopies(12, create))) {
				numbers.add(created.get());
			}
		}
		assertThat(numbers).hasSize(12).allMatch((number) -> number.matches("P\\d{2,3}")).doesNotContain("P05");
	}

	@Test
	void duplicatesExportsAndImports() {
		JsonNode page = create();
		String number = page.path("page").asString();
		JsonNode copy = read(send(HttpMethod.POST, "/api/pages/" + number + "/duplicate", null, null));
		assertThat(copy.path("page").asString()).isNotEqualTo(number);
		assertThat(copy.at("/draft/name/sv").asString()).isEqualTo("Redigera egna data (kopia)");
		MvcTestResult exported = get("/api/pages/" + number + "/export");
		assertThat(exported.getResponse().getHeader("Content-Disposition")).contains(number + ".json");
		ObjectNode document = (ObjectNode) read(exported);
		assertThat(document.path("format").asString()).isEqualTo("insyn.landing-page");
		assertThat(document.path("version").asInt()).isEqualTo(1);
		JsonNode imported = read(send(HttpMethod.POST, "/api/pages/import", document.toString(), null));
		assertThat((Object) imported.path("draft")).isEqualTo(page.path("draft"));
		assertThat(send(HttpMethod.POST, "/api/pages/import?into=" + number, document.toString(), null))
			.as("never overwrites without saying so")
			.hasStatus(428);
		assertThat(send(HttpMethod.POST, "/api/pages/import?into=" + number, document.toString(), "\"1\""))
			.hasStatusOk();
		((ObjectNode) document.at("/content/body/0")).put("key", "shoe-size");
		MvcTestResult unknown = send(HttpMethod.POST, "/api/pages/import", document.toString(), null);
		assertThat(unknown).hasStatus(422);
		assertThat(read(unknown).at("/errors/0/args/names/0").asString()).isEqualTo("shoe-size");
		document.put("version", 2);
		assertThat(send(HttpMethod.POST, "/api/pages/import", document.toString(), null)).hasStatus(422);
	}

	@Test
	void refusesToPublishWhatLacksWhatArticle13AsksFor() {
		JsonNode page = create();
		String number = page.path("page").asString();
		CONTACTS.forgetsWhy("birth-date");
		MvcTestResult refused = act(number, "publish", page);
		assertThat(refused).hasStatus(409);
		assertThat(read(refused).path("fields")).extracting(JsonNode::asString).containsExactly("birth-date");
		CONTACTS.reset();
		CONTACTS.forgetsWhy("cases");
		ObjectNode draft = (ObjectNode) page.path("draft");
		draft.putArray("reports").addObject().put("type", "cases").put("limit", 5).putArray("columns").add("subject");
		page = read(put(number, page, draft));
		refused = act(number, "publish", page);
		assertThat(read(refused).path("recordTypes")).extracting(JsonNode::asString).containsExactly("cases");
	}

	@Test
	void findsThePagesThatUseAField() {
		JsonNode page = create();
		ObjectNode draft = (ObjectNode) page.path("draft");
		draft.putObject("name").put("sv", "Bara ett kundnummer");
		draft.putArray("header");
		draft.putArray("hidden");
		draft.putArray("body").addObject().put("key", "employees");
		put(page.path("page").asString(), page, draft);
		JsonNode using = read(get("/api/pages?field=employees"));
		assertThat(using.path("total").asInt()).isEqualTo(1);
		assertThat(using.at("/pages/0/name/sv").asString()).isEqualTo("Bara ett kundnummer");
		assertThat(read(get("/api/pages?query=KUNDNUMMER")).path("total").asInt()).isEqualTo(1);
		assertThat(read(get("/api/pages?state=ARCHIVED&query=kundnummer")).path("total").asInt()).isZero();
		JsonNode first = read(get("/api/pages?limit=1"));
		JsonNode second = read(get("/api/pages?limit=1&after=" + first.path("next").asString()));
		assertThat(second.at("/pages/0/page").asString()).isGreaterThan(first.at("/pages/0/page").asString());
	}

	/// Red when `ContentReading` lets unknown members pass.
	@ParameterizedTest
	@ValueSource(strings = { "page", "state", "version", "tenant", "revision", "_id", "number", "published" })
	void setsNothingThatIsNotContent(String member) {
		JsonNode page = create();
		ObjectNode draft = ((ObjectNode) page.path("draft")).put(member, "P01");
		MvcTestResult refused = put(page.path("page").asString(), page, draft);
		assertThat(refused).hasStatus(422);
		assertThat(read(refused).at("/errors/0/member").asString()).isEqualTo(member);
	}

	@Test
	void namesTheMemberThatCannotBeRead() {
		JsonNode page = create();
		ObjectNode draft = (ObjectNode) page.path("draft");
		draft.putArray("body").addObject().put("key", "title").put("editable", "perhaps");
		MvcTestResult refused = put(page.path("page").asString(), page, draft);
		assertThat(refused).hasStatus(422);
		assertThat(read(refused).at("/errors/0/member").asString()).isEqualTo("body[0].editable");
		assertThat(refused.getResponse()).isNotNull();
		assertThat(send(HttpMethod.POST, "/api/pages", "{\"body\":[null]}", null)).hasStatus(422);
		assertThat(send(HttpMethod.POST, "/api/pages", "null", null)).hasStatus(422);
	}

	@Test
	void refusesTenThousandFieldsQuickly() {
		ObjectNode draft = (ObjectNode) create().path("draft");
		var body = draft.putArray("body");
		for (int i = 0; i < 10_000; i++) {
			body.addObject().put("key", "title");
		}
		long began = System.nanoTime();
		assertThat(send(HttpMethod.POST, "/api/pages", draft.toString(), null)).hasStatus(422);
		assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
	}

	/// Red without the annotations of `PageController`.
	@Test
	void letsOnlyWhoMayIn() {
		JsonNode page = create();
		String number = page.path("page").asString();
		String draft = page.path("draft").toString();
		String write = "/api/pages/" + number + "/draft";
		for (String token : List.of(this.tokens.user("nordcykel", "u", 98), this.tokens.user("nordcykel", "u", 50),
				this.tokens.client("nordcykel", "crm", "pages.read"), this.tokens.contact("nordcykel", "anna"))) {
			assertThat(send(HttpMethod.PUT, write, draft, "\"1\"", token)).hasStatus(403);
			assertThat(send(HttpMethod.POST, "/api/pages", draft, null, token)).hasStatus(403);
			assertThat(send(HttpMethod.POST, "/api/pages/import", "{}", null, token)).hasStatus(403);
			assertThat(send(HttpMethod.DELETE, "/api/pages/" + number, null, "\"1\"", token)).hasStatus(403);
			for (String act : List.of("publish", "archive", "unarchive", "discard", "duplicate",
					"versions/1/restore")) {
				assertThat(send(HttpMethod.POST, "/api/pages/" + number + "/" + act, null, "\"1\"", token)).as(act)
					.hasStatus(403);
			}
		}
		assertThat(send(HttpMethod.GET, "/api/pages", null, null, this.tokens.user("nordcykel", "u", 10)))
			.hasStatusOk();
		assertThat(send(HttpMethod.GET, "/api/pages", null, null, this.tokens.user("nordcykel", "u", 9)))
			.hasStatus(403);
		assertThat(send(HttpMethod.GET, "/api/pages", null, null, this.tokens.client("nordcykel", "crm", "links.read")))
			.hasStatus(403);
		assertThat(send(HttpMethod.PUT, write, draft, "\"1\"", this.tokens.client("nordcykel", "crm", "pages.write")))
			.hasStatusOk();
	}

	/// Red when `Pages` takes the tenant from anywhere but the token.
	@Test
	void showsAnotherTenantNothing() {
		JsonNode page = create();
		String number = page.path("page").asString();
		String stranger = this.tokens.user("neutral", "fremd", 99);
		assertThat(send(HttpMethod.GET, "/api/pages/" + number, null, null, stranger)).hasStatus(404);
		assertThat(send(HttpMethod.PUT, "/api/pages/" + number + "/draft", page.path("draft").toString(), "\"1\"",
				stranger))
			.hasStatus(404);
		assertThat(send(HttpMethod.POST, "/api/pages/" + number + "/archive", null, "\"1\"", stranger)).hasStatus(404);
		assertThat(read(send(HttpMethod.GET, "/api/pages", null, null, stranger)).path("pages"))
			.noneMatch((line) -> line.path("page").asString().equals(number));
	}

	@Test
	void deletesOnlyWhatWasNeverPublished() {
		JsonNode page = create();
		String number = page.path("page").asString();
		assertThat(send(HttpMethod.DELETE, "/api/pages/" + number, null, "\"1\"")).hasStatus(204);
		assertThat(get("/api/pages/" + number)).hasStatus(404);
		JsonNode published = create();
		String kept = published.path("page").asString();
		published = read(act(kept, "publish", published));
		assertThat(send(HttpMethod.DELETE, "/api/pages/" + kept, null, "\"2\"")).hasStatus(409);
	}

	private JsonNode create() {
		MvcTestResult created = send(HttpMethod.POST, "/api/pages", null, null);
		assertThat(created).hasStatus(201);
		return read(created);
	}

	private MvcTestResult put(String number, JsonNode seen, JsonNode draft) {
		return send(HttpMethod.PUT, "/api/pages/" + number + "/draft", draft.toString(), etag(seen));
	}

	private MvcTestResult act(String number, String act, JsonNode seen) {
		return send(HttpMethod.POST, "/api/pages/" + number + "/" + act, null, etag(seen));
	}

	private MvcTestResult get(String path) {
		return send(HttpMethod.GET, path, null, null);
	}

	private static String etag(JsonNode page) {
		return "\"" + page.path("revision").asInt() + "\"";
	}

	private MvcTestResult send(HttpMethod method, String path, @Nullable String body, @Nullable String seen) {
		return send(method, path, body, seen, this.tokens.user("nordcykel", "karin", 99));
	}

	private MvcTestResult send(HttpMethod method, String path, @Nullable String body, @Nullable String seen,
			String token) {
		return this.mvc.method(method).uri(path).headers((headers) -> {
			headers.setBearerAuth(token);
			headers.setAccept(List.of(MediaType.APPLICATION_JSON));
			if (body != null) {
				headers.setContentType(MediaType.APPLICATION_JSON);
			}
			if (seen != null) {
				headers.setIfMatch(seen);
			}
		}).content((body != null) ? body : "").exchange();
	}

	private MvcTestResult open(String number) {
		String contact = "anna";
		dev.insyn.page.Anna.isIn(contact, CONTACTS);
		return this.mvc.get().uri("/p/" + number).headers((headers) -> {
			headers.setBearerAuth(this.tokens.contact("nordcykel", contact, number));
			headers.setAccept(List.of(MediaType.TEXT_HTML));
			headers.set("Accept-Language", "sv");
		}).exchange();
	}

	private static Received await(Recording recording, String type, String number) {
		return recording.await((event) -> event.type().equals(type)
				&& ContentFixtures.JSON.readTree(event.body()).path("page").asString().equals(number));
	}

	private static JsonNode read(MvcTestResult answer) {
		return ContentFixtures.JSON
			.readTree(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private static JsonNode sample() {
		return ContentFixtures.JSON.readTree(Objects
			.requireNonNull(LandingPageArchived.class.getResourceAsStream("/samples/landing-page.archived.v1.json")));
	}

}
