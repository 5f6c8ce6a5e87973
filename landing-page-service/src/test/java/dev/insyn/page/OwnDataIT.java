package dev.insyn.page;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.insyn.events.LandingPagePublished;
import dev.insyn.events.Topics;
import dev.insyn.events.UpdateRefused;
import dev.insyn.events.UpdateUndeliverable;
import dev.insyn.page.StubContactService.Mood;
import dev.insyn.page.StubContactService.Update;
import dev.insyn.testing.Received;
import dev.insyn.testing.Recording;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/// The page's stories: a contact sees, corrects and confirms its data, whatever happens.
class OwnDataIT extends PageStories {

	@Test
	void showsTheContactItsData() {
		Document page = open("sv");
		assertThat(page.title()).isEqualTo("Dina uppgifter hos Nordcykel AB – Nordcykel AB");
		assertThat(page.select(".header-fields dd .value").eachText()).containsExactly("NC-1001");
		assertThat(page.select("[name=customer-number]")).isEmpty();
		assertThat(page.expectFirst("[name=mobile]").val()).isEqualTo("070-174 06 05");
		assertThat(page.expectFirst("[name=address.city]").val()).isEqualTo("Umeå");
		assertThat(page.select("[name=interests][checked]").eachAttr("value")).containsExactly("offers", "tips");
		assertThat(page.select("[name=newsletter][checked]").val()).as("the preset").isEqualTo("false");
		assertThat(page.select(".privacy").text()).contains("Nordcykel AB är personuppgiftsansvarig", "Avtal med dig",
				"3 år");
	}

	@Test
	void tellsEveryoneThatThePageIsPublished() {
		MvcTestResult answer = this.mvc.get()
			.uri("/api/pages/P05")
			.headers((headers) -> headers.setBearerAuth(this.tokens.client("nordcykel", "crm", "pages.read")))
			.exchange();
		assertThat(answer).hasStatusOk()
			.bodyJson()
			.extractingPath("$.linkLifetime.kind")
			.isEqualTo(LandingPagePublished.LinkLifetime.NEVER);
		assertThat(this.mvc.get()
			.uri("/api/pages")
			.headers((headers) -> headers.setBearerAuth(this.tokens.client("nordcykel", "crm", "links.read")))
			.exchange()).hasStatus(403);
	}

	@Test
	void sendsOnOnlyWhatChangedWithTheHiddenFields() {
		MultiValueMap<String, String> form = form(open("sv"));
		form.set("mobile", "070-174 06 06");
		form.set("title", "");
		Document receipt = follow(post(form));
		Update update = CONTACTS.applied().getFirst();
		assertThat(update.body().path("changes").propertyNames()).containsExactlyInAnyOrder("mobile", "title",
				"newsletter");
		assertThat(update.body().path("changes").path("mobile").asString()).isEqualTo("+46701740606");
		assertThat(update.body().path("changes").path("title").isNull()).as("a cleared field is sent as null").isTrue();
		assertThat(update.body().path("hidden").path("updated-on").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
		assertThat(update.body().path("logNote").asString()).isNotBlank();
		assertThat(receipt.select("table.changes tbody tr").eachText())
			.anySatisfy((row) -> assertThat(row).contains("070-174 06 05", "070-174 06 06"));
	}

	/// Red when only the submit says so: nobody should type for nothing.
	@Test
	void saysOnOpeningThatRestrictedDataIsOnlyShown() {
		CONTACTS.restricts(true);
		Document page = open("sv");
		assertThat(page.select(".notice").text()).contains("Dina uppgifter är spärrade för ändringar",
				"du ser dem här");
		assertThat(page.select("form.own-data").select("input:not([type=hidden]), select, textarea, button")).isEmpty();
		assertThat(page.select("form.own-data dd").text()).contains("070-174 06 05");
		CONTACTS.restricts(false);
		assertThat(open("sv").select("form.own-data button")).hasSize(2);
	}

	@Test
	void confirmsWithoutSendingAnyChange() {
		MultiValueMap<String, String> form = form(open("sv"));
		form.set("act", "confirm");
		assertThat(follow(post(form)).select("main").text()).contains("nu vet vi att allt stämmer".substring(3));
		assertThat(CONTACTS.applied().getFirst().body().path("changes").isEmpty()).isTrue();
	}

	@Test
	void doesNotLoseWhatWasTypedBeforeConfirming() {
		MultiValueMap<String, String> form = form(open("sv"));
		form.set("act", "confirm");
		form.set("last-name", "Berg");
		MvcTestResult answer = post(form);
		assertThat(answer).hasStatus(422);
		assertThat(html(answer).expectFirst("[name=last-name]").val()).isEqualTo("Berg");
		assertThat(CONTACTS.received()).isEmpty();
	}

	@Test
	void saysBesideEachFieldWhatIsWrongAndKeepsEverything() {
		MultiValueMap<String, String> form = form(open("sv"));
		form.set("first-name", " ");
		form.set("mobile", "12");
		form.set("birth-date", "i går");
		form.set("notes", "Allt annat <b>står</b> kvar");
		MvcTestResult answer = post(form);
		assertThat(answer).hasStatus(422);
		Document page = html(answer);
		assertThat(page.title()).startsWith("Fel: ");
		Element summary = page.expectFirst(".summary");
		assertThat(summary.hasAttr("autofocus")).isTrue();
		for (Element link : summary.select("a")) {
			Element input = page.expectFirst(link.attr("href"));
			assertThat(input.attr("aria-invalid")).isEqualTo("true");
			assertThat(page.getElementById(input.id() + "-error")).isNotNull();
		}
		assertThat(summary.select("a")).hasSize(3);
		assertThat(page.expectFirst("[name=mobile]").val()).isEqualTo("12");
		assertThat(page.expectFirst("[name=birth-date]").val()).isEqualTo("i går");
		assertThat(page.expectFirst("[name=notes]").wholeText().strip()).isEqualTo("Allt annat <b>står</b> kvar");
		assertThat(CONTACTS.received()).isEmpty();
	}

	/// Red when `Submission.strays` is not asked: then the value is dropped in silence
	/// and the update is applied.
	@Test
	void refusesAReadOnlyFieldAndSaysSoToTheAudit() {
		try (Recording topic = this.events.record(Topics.LANDING_PAGES)) {
			MultiValueMap<String, String> form = form(open("sv"));
			form.set("customer-number", "attacker");
			form.set("first-name", "Annika");
			MvcTestResult answer = post(form);
			assertThat(answer).hasStatus(422);
			assertThat(html(answer).select("h1").text()).isEqualTo("Formuläret kunde inte tas emot");
			Received refused = topic.await(UpdateRefused.TYPE);
			assertThat(refused.body()).contains("\"customer-number\"", "read-only").doesNotContain("attacker");
			assertThat(CONTACTS.received()).isEmpty();
		}
	}

	/// Red when unknown names are ignored.
	@Test
	void refusesAnUnknownFieldAndDoesNotRepeatItsName() {
		try (Recording topic = this.events.record(Topics.LANDING_PAGES)) {
			MultiValueMap<String, String> form = form(open("sv"));
			form.set("isAdmin-åäö", "true");
			assertThat(post(form)).hasStatus(422);
			Received refused = topic.await(UpdateRefused.TYPE);
			assertThat(refused.body()).contains("unknown-field", "\"unknownFields\":1").doesNotContain("isAdmin");
			assertThat(CONTACTS.received()).isEmpty();
		}
	}

	/// Red when the link id of the form is not compared with the token's.
	@Test
	void doesNotApplyTheFormOfAnotherLink() {
		MultiValueMap<String, String> form = form(open("sv"));
		form.set("_link", "link-of-someone-else");
		form.set("first-name", "Annika");
		MvcTestResult answer = post(form);
		assertThat(answer).hasStatus(409);
		assertThat(html(answer).select("h1").text()).isEqualTo("Du har öppnat en annan länk");
		assertThat(CONTACTS.received()).isEmpty();
	}

	@Test
	void showsNoOtherPageThanTheTokens() {
		MvcTestResult answer = this.mvc.get()
			.uri("/p/P06")
			.headers((headers) -> headers.setBearerAuth(token()))
			.exchange();
		assertThat(answer).hasStatus(403);
		assertThat(html(answer).text()).doesNotContain("Lindqvist");
		assertThat(this.mvc.get().uri("/p/P05").accept(MediaType.TEXT_HTML).exchange()).hasStatus(401);
	}

	/// Red when the key is not made of the form's id.
	@Test
	void appliesAFormThatIsSentTwiceOnce() {
		MultiValueMap<String, String> form = form(open("sv"));
		form.set("title", "Chef");
		Document first = follow(post(form));
		Document second = follow(post(form));
		assertThat(CONTACTS.applied()).hasSize(1);
		assertThat(second.select("table.changes").text()).isEqualTo(first.select("table.changes").text());
	}

	@Test
	void appliesAnotherEditOfTheSameFormAfterTheBackButton() {
		MultiValueMap<String, String> form = form(open("sv"));
		form.set("title", "Chef");
		follow(post(form));
		form.set("title", "Chefschef");
		MvcTestResult answer = post(form);
		assertThat(answer).as("the version shown is old by now, so the contact is asked").hasStatus(409);
		assertThat(CONTACTS.received().stream().map(Update::key).distinct()).hasSize(2);
	}

	@Test
	void showsBothSidesOfAConflictAndLetsTheContactChoose() {
		MultiValueMap<String, String> form = form(open("sv"));
		CONTACTS.put(this.contact, "title", "Vd");
		form.set("title", "Chef");
		form.set("last-name", "Berg");
		MvcTestResult answer = post(form);
		assertThat(answer).hasStatus(409);
		Document page = html(answer);
		assertThat(page.select(".conflict").text()).contains("Vd");
		assertThat(page.expectFirst("[name=title]").val()).isEqualTo("Chef");
		assertThat(page.expectFirst("[name=last-name]").val()).isEqualTo("Berg");
		MultiValueMap<String, String> again = form(page);
		assertThat(post(again)).as("nothing chosen").hasStatus(422);
		again.set("_choose.title", "mine");
		follow(post(again));
		assertThat(CONTACTS.value(this.contact, "title")).isEqualTo("Chef");
		assertThat(CONTACTS.value(this.contact, "last-name")).isEqualTo("Berg");
	}

	@Test
	void keepsTheOtherSideIfTheContactChoosesIt() {
		MultiValueMap<String, String> form = form(open("sv"));
		CONTACTS.put(this.contact, "title", "Vd");
		form.set("title", "Chef");
		MultiValueMap<String, String> again = form(html(post(form)));
		again.set("_choose.title", "current");
		follow(post(again));
		assertThat(CONTACTS.value(this.contact, "title")).isEqualTo("Vd");
	}

	@Test
	void showsWhatContactServiceDoesNotTakeBesideTheField() {
		MultiValueMap<String, String> form = form(open("sv"));
		form.set("title", "Chef");
		CONTACTS.refuses("{\"type\":\"urn:insyn:problem:invalid-fields\",\"errors\":[{\"field\":\"title\","
				+ "\"code\":\"too-long\",\"args\":{\"max\":\"3\"}}]}");
		Document page = html(post(form));
		assertThat(page.expectFirst("#f-title-error").text()).contains("Skriv högst 3 tecken");
		assertThat(page.expectFirst("[name=title]").val()).isEqualTo("Chef");
	}

	/// Red when a template writes a value unescaped.
	@Test
	void showsMarkupInEveryValueAsText() {
		String markup = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>";
		for (String field : List.of("customer-number", "email", "first-name", "last-name", "title", "birth-date",
				"mobile", "country", "language", "notes")) {
			CONTACTS.put(this.contact, field, markup);
		}
		CONTACTS.put(this.contact, "address", Map.of("line1", markup, "city", markup));
		Document page = open("sv");
		assertThat(page.select("script, img[src=x], [onerror]")).isEmpty();
		assertThat(page.expectFirst("[name=first-name]").val()).isEqualTo(markup);
		MultiValueMap<String, String> form = form(page);
		form.set("first-name", markup + "2");
		form.set("birth-date", "");
		form.set("mobile", "");
		MvcTestResult answer = post(form);
		assertThat(html(answer).select("script, img[src=x], [onerror]")).isEmpty();
	}

	@Test
	void hasNothingThatTheContentSecurityPolicyForbids() {
		Document page = open("sv");
		assertThat(page.select("style, [style], script, iframe, [onclick], [onload]")).isEmpty();
		page.select("[src], link[href]")
			.forEach((element) -> assertThat(element.attr("src") + element.attr("href")).startsWith("/"));
	}

	/// Story: contact-service dies, the contact updates all the same, and it arrives
	/// once.
	@Test
	void deliversLaterWhatContactServiceCouldNotTake() {
		MultiValueMap<String, String> form = form(open("sv"));
		form.set("title", "Chef");
		CONTACTS.is(Mood.GONE);
		Document receipt = follow(post(form));
		assertThat(receipt.select("h1, .notice h2").text()).contains("Vi har tagit emot dina uppgifter");
		follow(post(form));
		CONTACTS.is(Mood.WELL);
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> CONTACTS.applied().size() == 1);
		assertThat(CONTACTS.applied().getFirst().sealed()).isTrue();
		assertThat(CONTACTS.value(this.contact, "title")).isEqualTo("Chef");
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> open("sv").select(".notice").isEmpty());
		assertThat(CONTACTS.applied()).hasSize(1);
	}

	@Test
	void saysHonestlyThatItCannotShowAnything() {
		CONTACTS.is(Mood.SICK);
		MvcTestResult answer = this.mvc.get()
			.uri("/p/P05?lang=sv")
			.headers((headers) -> headers.setBearerAuth(token()))
			.exchange();
		assertThat(answer).hasStatus(503);
		assertThat(html(answer).select("h1").text()).isEqualTo("Just nu kan vi inte visa dina uppgifter");
		assertThat(html(answer).select("img.logo").attr("src")).startsWith("/theme/nordcykel/");
	}

	/// Story: what was received can't be applied in the end; nobody pretends otherwise.
	@Test
	void tellsTheContactWhenAWaitingUpdateWasRefused() {
		try (Recording topic = this.events.record(Topics.LANDING_PAGES)) {
			MultiValueMap<String, String> form = form(open("sv"));
			form.set("title", "Chef");
			CONTACTS.is(Mood.GONE);
			follow(post(form));
			CONTACTS.put(this.contact, "title", "Vd");
			CONTACTS.is(Mood.WELL);
			Received told = topic.await(UpdateUndeliverable.TYPE);
			assertThat(told.body()).contains("field-conflict", "title").doesNotContain("Chef");
			assertThat(CONTACTS.value(this.contact, "title")).isEqualTo("Vd");
			Document page = open("sv");
			assertThat(page.select(".notice.warning").text()).contains("Dina senaste ändringar kunde inte sparas",
					"Titel");
			MultiValueMap<String, String> again = form(page);
			again.set("act", "confirm");
			follow(post(again));
			assertThat(open("sv").select(".notice")).as("once it has been answered").isEmpty();
		}
	}

	@Test
	void speaksTheReadersLanguageAndKeepsTheChosenOne() {
		assertThat(open(null).expectFirst("html").attr("lang")).isEqualTo("sv");
		Document page = open("en");
		assertThat(page.expectFirst("h1").text()).isEqualTo("Your data at Nordcykel AB");
		assertThat(page.expectFirst("form").attr("action")).isEqualTo("/p/P05?lang=en");
		assertThat(open("xx").expectFirst("html").attr("lang")).isEqualTo("sv");
	}

	@Test
	void servesTheThemeToEveryoneAndItsImagesCanRunNothing() {
		for (Element link : open("sv").select("img.logo, link[href^=/theme]")) {
			MvcTestResult file = this.mvc.get().uri(link.attr("src") + link.attr("href")).exchange();
			assertThat(file).hasStatusOk().hasHeader("X-Content-Type-Options", "nosniff");
			assertThat(file.getResponse().getHeader("Cache-Control")).contains("immutable");
			assertThat(file.getResponse().getHeader("Content-Security-Policy")).contains("sandbox");
		}
		assertThat(this.mvc.get().uri("/theme/nordcykel/standard-000000000000/../../application.yml").exchange())
			.hasStatus4xxClientError();
	}

	@Test
	void tellsItsBrandToTheServicesBeforeAndAfter() {
		assertThat(this.mvc.get().uri("/brand/P05?tenant=nordcykel").exchange()).hasStatusOk()
			.bodyJson()
			.extractingPath("$.texts.en.title")
			.isEqualTo("Your data at Nordcykel AB");
		assertThat(this.mvc.get().uri("/brand/-?tenant=unknown").exchange()).hasStatus(404);
	}

	/// Mail programs show no vector images, and load none from elsewhere.
	@Test
	void givesMailsALogoToCarry() {
		assertThat(this.mvc.get().uri("/brand/P05/mail?tenant=nordcykel").exchange()).hasStatusOk()
			.bodyJson()
			.satisfies((look) -> assertThat(look.getJson()).contains("\"masthead\":\"#0a2f55\"",
					"\"type\":\"image/png\",\"width\":211,\"height\":40,\"content\":\"iVBOR"));
		assertThat(this.mvc.get().uri("/brand/-/mail?tenant=unknown").exchange()).hasStatus(404);
	}

}
