package dev.insyn.token;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

import dev.insyn.testing.Events;
import dev.insyn.testing.Recording;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// What a CRM system does with links, and what it can't do to another tenant's.
@WholeService
class LinksForClientsIT {

	private static final String NEVER = "{\"kind\":\"never\"}";

	@Autowired
	Visitor visitor;

	@Autowired
	Events events;

	@Test
	void issuesOneLinkForEachContact() {
		HttpResponse<String> issued = this.visitor.issue(this.visitor.publishedPage(NEVER), "anna", "bertil", "anna");
		assertThat(issued.statusCode()).isEqualTo(201);
		assertThat(this.visitor.read(issued).path("links").findValuesAsString("contact")).containsExactly("anna",
				"bertil");
		assertThat(this.visitor.read(issued).path("links").findValuesAsString("url")).doesNotHaveDuplicates();
		assertThat(this.visitor.firstLink(issued).hasNonNull("expires")).isFalse();
	}

	@Test
	void takesTheLifetimeFromThePagesRules() {
		JsonNode inDays = this.visitor
			.firstLink(this.visitor.issue(this.visitor.publishedPage("{\"kind\":\"days\",\"days\":30}"), "anna"));
		assertThat(Duration.between(Instant.now(), Instant.parse(inDays.path("expires").asString())))
			.isCloseTo(Duration.ofDays(30), Duration.ofMinutes(1));
		LocalDate last = LocalDate.now().plusDays(10);
		JsonNode byDate = this.visitor.firstLink(this.visitor
			.issue(this.visitor.publishedPage("{\"kind\":\"date\",\"date\":\"" + last + "\"}"), "anna"));
		assertThat(Instant.parse(byDate.path("expires").asString()))
			.isEqualTo(last.plusDays(1).atStartOfDay(ZoneId.of("Europe/Stockholm")).toInstant());
	}

	@Test
	void issuesNothingToAPageThatNobodyPublished() {
		HttpResponse<String> refused = this.visitor.issue("P99", "anna");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("urn:insyn:problem:unknown-page");
	}

	@Test
	void issuesNothingWhenThePagesLinksHaveHadTheirTime() {
		String page = this.visitor.publishedPage(NEVER);
		this.visitor.publish(page, 2, "{\"kind\":\"date\",\"date\":\"2020-01-01\"}");
		Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			HttpResponse<String> refused = this.visitor.issue(page, "anna");
			assertThat(refused.statusCode()).isEqualTo(422);
			assertThat(refused.body()).contains("urn:insyn:problem:page-links-ended");
		});
	}

	@Test
	void keepsToTheNewestVersionOfAPageWhenAnOlderArrivesLate() {
		String page = this.visitor.publishedPage(NEVER);
		this.visitor.publish(page, 3, "{\"kind\":\"days\",\"days\":1}");
		this.visitor.publish(page, 2, NEVER);
		String later = this.visitor.publishedPage(NEVER);
		assertThat(later).isNotEmpty();
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(
					() -> assertThat(this.visitor.firstLink(this.visitor.issue(page, "anna")).hasNonNull("expires"))
						.isTrue());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"page\":\"P05\"}", "{\"page\":\"P05\",\"contacts\":[]}",
			"{\"page\":\"P05\",\"contacts\":[\"\"]}", "{\"page\":\"P05\",\"contacts\":[null]}",
			"{\"page\":\"../x\",\"contacts\":[\"anna\"]}", "{\"page\":\"P05\",\"contacts\":[\"<b>\"]}" })
	void saysWhatItExpectsWhenAskedForNonsense(String wish) {
		HttpResponse<String> refused = this.visitor.post("/api/links", wish, "Authorization", this.visitor.crm(),
				"Content-Type", "application/json");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.headers().firstValue("Content-Type")).get().asString().contains("application/problem+json");
	}

	@Test
	void asksForTheScopeOfEachAct() {
		assertThat(this.visitor
			.post("/api/links", "{\"page\":\"P05\",\"contacts\":[\"anna\"]}", "Authorization", this.visitor.otherCrm(),
					"Content-Type", "application/json")
			.statusCode()).isEqualTo(403);
		assertThat(this.visitor.delete("/api/links/x", "Authorization", this.visitor.otherCrm()).statusCode())
			.isEqualTo(403);
		assertThat(this.visitor.get("/api/links?contact=anna").statusCode()).isEqualTo(401);
	}

	@Test
	void letsNoContactUseTheApi() {
		String path = this.visitor.newLink(this.visitor.publishedPage(NEVER), "anna");
		String token = Visitor.tokenOf(this.visitor.open(path));
		assertThat(this.visitor.get("/api/links?contact=anna", "Authorization", "Bearer " + token).statusCode())
			.isEqualTo(403);
	}

	@Test
	void listsOnlyTheTenantsOwn() {
		this.visitor.issue(this.visitor.publishedPage(NEVER), "cecilia");
		assertThat(this.visitor.get("/api/links?contact=cecilia", "Authorization", this.visitor.crm()).body())
			.contains("cecilia", "works")
			.doesNotContain("/l/");
		assertThat(this.visitor.get("/api/links?contact=cecilia", "Authorization", this.visitor.otherCrm()).body())
			.isEqualTo("{\"links\":[]}");
	}

	@Test
	void revokesOnceHoweverOftenItIsAsked() {
		JsonNode link = this.visitor.firstLink(this.visitor.issue(this.visitor.publishedPage(NEVER), "david"));
		String address = "/api/links/" + link.path("id").asString();
		try (Recording recording = this.events.record("insyn.links")) {
			assertThat(this.visitor.delete(address, "Authorization", this.visitor.crm()).statusCode()).isEqualTo(204);
			assertThat(this.visitor.delete(address, "Authorization", this.visitor.crm()).statusCode()).isEqualTo(204);
			this.visitor.issue(link.path("page").asString(), "after-david");
			recording.await((event) -> event.key().equals("nordcykel:after-david"));
			recording.await((event) -> event.subject().equals(link.path("id").asString()));
			assertThat(recording.ofType("link.revoked.v1")).hasSize(1);
		}
		assertThat(this.visitor.delete("/api/links/unknown", "Authorization", this.visitor.crm()).statusCode())
			.isEqualTo(404);
	}

	@Test
	void endsAllLinksOfAContactThatIsDeleted() {
		String page = this.visitor.publishedPage(NEVER);
		String first = this.visitor.newLink(page, "erik");
		String second = this.visitor.newLink(page, "erik");
		String anothers = this.visitor.newLink(page, "fredrik");
		this.events.send("insyn.contacts", "contact.deleted.v1", "nordcykel", "erik",
				"{\"contact\":\"erik\",\"source\":\"webcrm\",\"crmId\":\"NC-1\",\"at\":\"2026-11-22T00:00:00Z\"}");
		Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			assertThat(this.visitor.post(first, "").statusCode()).isEqualTo(404);
			assertThat(this.visitor.post(second, "").statusCode()).isEqualTo(404);
		});
		assertThat(this.visitor.open(anothers).statusCode()).isEqualTo(303);
	}

	/// Red when a filter is not all of the query: then more is listed, and revoked.
	@ParameterizedTest
	@ValueSource(strings = { "contact=gustav", "page=", "mailing=spring" })
	void revokesAllOfAContactAPageOrAMailingAndNothingElse(String which) {
		String page = this.visitor.publishedPage(NEVER);
		String another = this.visitor.publishedPage(NEVER);
		String filter = which + page;
		String mailing = "spring" + page;
		String contact = "gustav" + page;
		String hit = this.visitor.newLink(page, contact, mailing);
		String otherPage = this.visitor.newLink(another, contact, mailing);
		String other = this.visitor.newLink(page, "helena" + page, "autumn");
		HttpResponse<String> listed = this.visitor.get("/api/links?" + filter, "Authorization", this.visitor.crm());
		HttpResponse<String> revoked = this.visitor.delete("/api/links?" + filter, "Authorization", this.visitor.crm());
		assertThat(this.visitor.read(revoked).path("revoked").asInt())
			.isEqualTo(this.visitor.read(listed).path("links").size())
			.isPositive();
		assertThat(this.visitor.open(hit).statusCode()).isEqualTo(404);
		assertThat(this.visitor.open(otherPage).statusCode()).isEqualTo(which.startsWith("page") ? 303 : 404);
		assertThat(this.visitor.open(other).statusCode()).isEqualTo(which.startsWith("page") ? 404 : 303);
		assertThat(this.visitor.read(this.visitor.delete("/api/links?" + filter, "Authorization", this.visitor.crm()))
			.path("revoked")
			.asInt()).isZero();
	}

	@Test
	void revokesNothingWithoutSayingOfWhat() {
		for (String filter : List.of("", "?contact=", "?contact=anna&page=P05", "?tenant=fjordbok")) {
			assertThat(this.visitor.delete("/api/links" + filter, "Authorization", this.visitor.crm()).statusCode())
				.as(filter)
				.isEqualTo(422);
		}
	}

	@Test
	void replacesALinkByANewOneOfTheSameContactAndPage() {
		String page = this.visitor.publishedPage(NEVER);
		JsonNode old = this.visitor.firstLink(this.visitor.issue(page, "inger"));
		HttpResponse<String> reissued = this.visitor.post("/api/links/" + old.path("id").asString() + "/reissue", "",
				"Authorization", this.visitor.crm());
		assertThat(reissued.statusCode()).isEqualTo(201);
		String fresh = URI.create(this.visitor.read(reissued).path("url").asString()).getPath();
		assertThat(this.visitor.open(fresh).statusCode()).isEqualTo(303);
		assertThat(this.visitor.open(URI.create(old.path("url").asString()).getPath()).statusCode()).isEqualTo(404);
		assertThat(
				this.visitor.post("/api/links/unknown/reissue", "", "Authorization", this.visitor.crm()).statusCode())
			.isEqualTo(404);
	}

	@Test
	void letsUsersWhoSendIssueAndThoseWhoReadLook() {
		String page = this.visitor.publishedPage(NEVER);
		String wish = "{\"page\":\"%s\",\"contacts\":[\"jonas\"]}".formatted(page);
		String sends = "Bearer " + this.visitor.lena();
		String reads = "Bearer "
				+ Visitor.userToken(this.visitor.signIn("maja@nordcykel.example", WholeService.Users.MAJAS_PASSWORD));
		assertThat(this.visitor.post("/api/links", wish, "Authorization", sends, "Content-Type", "application/json")
			.statusCode()).isEqualTo(201);
		assertThat(this.visitor.post("/api/links", wish, "Authorization", reads, "Content-Type", "application/json")
			.statusCode()).isEqualTo(403);
		assertThat(this.visitor.get("/api/links?contact=jonas", "Authorization", reads).body()).contains("works");
		assertThat(this.visitor.delete("/api/links?contact=jonas", "Authorization", reads).statusCode()).isEqualTo(403);
		assertThat(this.visitor.delete("/api/links?contact=jonas", "Authorization", sends).statusCode()).isEqualTo(200);
	}

	@Test
	void listsAPagesLinksSliceBySlice() {
		String page = this.visitor.publishedPage(NEVER);
		String[] contacts = IntStream.range(0, 25).mapToObj((i) -> "sliced-" + i).toArray(String[]::new);
		this.visitor.issue(page, contacts);
		java.util.Set<String> seen = new java.util.HashSet<>();
		String after = "";
		for (int slice = 0; slice < 10 && !after.equals("end"); slice++) {
			JsonNode listed = this.visitor
				.read(this.visitor.get("/api/links?limit=10&page=" + page + (after.isEmpty() ? "" : "&after=" + after),
						"Authorization", this.visitor.crm()));
			listed.path("links").forEach((link) -> assertThat(seen.add(link.path("contact").asString())).isTrue());
			after = listed.path("next").asString("end");
		}
		assertThat(seen).contains(contacts).hasSize(26);
	}

	@Test
	void issuesManyAtOnce() {
		String page = this.visitor.publishedPage(NEVER);
		String[] contacts = IntStream.range(0, 10_000)
			.mapToObj((i) -> "a-contact-whose-id-is-as-long-as-ids-are-" + i)
			.toArray(String[]::new);
		HttpResponse<String> issued = this.visitor.issue(page, contacts);
		assertThat(issued.statusCode()).isEqualTo(201);
		JsonNode links = this.visitor.read(issued).path("links");
		assertThat(links).hasSize(10_000);
		String last = URI.create(links.get(9_999).path("url").asString()).getPath();
		assertThat(this.visitor.open(last).statusCode()).isEqualTo(303);
	}

}
