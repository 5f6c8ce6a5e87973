package dev.insyn.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.insyn.page.pages.Pages;
import dev.insyn.platform.tenancy.TenantId;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/// A contact in its own place, and whoever is not meant to be there. Seen red: without the question for the session, without
/// the one for a page's rule, and with the same mark in every contact's form.
@SuppressWarnings("NullAway.Init") // injected
class PortalIT extends PageStories {

	@Autowired
	private Pages pages;

	@Test
	void showsItsPagesAndItsDataInTheCataloguesWords() {
		CONTACTS
			.tells("""
					{"entries":[{"type":"contact.viewed","at":"2026-11-20T09:30:00Z","by":"user","fields":[]},
					{"type":"contact.data-updated","at":"2026-11-19T09:30:00Z","by":"contact","page":"P05","fields":["title"]},
					{"type":"something.new","at":"2026-11-18T09:30:00Z","by":"system"}]}""");
		Document place = html(portal("/portal/nordcykel?lang=sv"));
		assertThat(place.select("h1").text()).isEqualTo("Hej, Anna Lindqvist");
		assertThat(place.select("a.door").attr("href")).isEqualTo("/p/P05?lang=sv");
		assertThat(place.select(".facts dt").eachText()).contains("Förnamn", "Kundnummer").doesNotContain("first-name");
		assertThat(place.select(".history li").eachText()).hasSize(2)
			.anySatisfy((line) -> assertThat(line).contains("Någon hos Nordcykel AB tittade"))
			.anySatisfy((line) -> assertThat(line).contains("Du ändrade dina uppgifter", "Titel"));
		assertThat(place.select(".place a[aria-current]").text()).isEqualTo("Mina sidor");
		assertThat(place.select(".place form").attr("action")).isEqualTo("/portal/nordcykel/sign-out?lang=sv");
	}

	/// Red when all fields that there are are asked for: what stands on no page is
	/// internal.
	@Test
	void asksForNothingThatStandsOnNoPage() {
		portal("/portal/nordcykel");
		assertThat(CONTACTS.asked()).contains("first-name").doesNotContain("employees").doesNotContain("reports=");
	}

	/// Red when a report of the contact's own is taken for one of its organisation, or
	/// one that stands in no page of the portal is shown.
	@Test
	void showsItsOrganisationsReportsWhereAPageAllowsIt() {
		CONTACTS.reports(1, List.of(Map.of("number", "48211", "date", "2026-11-18")));
		String page = PortalRules.pageWithOrganisationsReport(this.mvc, this.tokens);
		Document place = html(portal("/portal/nordcykel?lang=sv"));
		assertThat(CONTACTS.asked()).contains("reports=orders:organisation:").doesNotContain("orders:contact:");
		assertThat(place.select(".report tbody th").text()).contains("48211");
		archive(page);
		assertThat(html(portal("/portal/nordcykel?lang=sv")).select(".report")).isEmpty();
	}

	/// Red when the catalogue's word on a field is not asked for: the value would stand
	/// there for whoever looks over a shoulder.
	@Test
	void showsWhatIsSensitiveOnlyWhenAskedTo() {
		CONTACTS.guards("customer-number");
		Document place = html(get("/portal/fjordbok?lang=en", this.tokens.portal("fjordbok", this.contact)));
		assertThat(place.select("details.hidden-value .value").eachText()).containsExactly("NC-1001");
		assertThat(place.select("details.hidden-value summary").text()).contains("Show");
	}

	@Test
	void saysSoWhereTheHistoryIsAwayAndShowsTheRest() {
		CONTACTS.tells(null);
		Document place = html(portal("/portal/nordcykel?lang=sv"));
		assertThat(place.select(".door")).isNotEmpty();
		assertThat(place.select("#lately + .empty").text()).startsWith("Just nu går det inte att visa");
	}

	@Test
	void isHonestWhileContactServiceIsAway() {
		CONTACTS.is(StubContactService.Mood.SICK);
		MvcTestResult answer = portal("/portal/nordcykel");
		assertThat(answer).hasStatus(503);
		assertThat(html(answer).select(".masthead .logo")).as("in the tenant's look").hasSize(1);
	}

	@Test
	void opensItsPageAndSavesFromItAndLeadsBack() {
		Document page = html(portal("/p/P05?lang=sv"));
		assertThat(page.select(".place a").eachAttr("href")).contains("/portal/nordcykel?lang=sv");
		MultiValueMap<String, String> form = form(page);
		form.set("title", "Chef");
		MvcTestResult saved = post(form, this.tokens.portal("nordcykel", this.contact));
		assertThat(saved).hasStatus(303);
		assertThat(CONTACTS.applied().getLast().body().path("page").asString()).isEqualTo("P05");
		assertThat(CONTACTS.applied().getLast().body().path("link").isString()).isFalse();
		assertThat(html(portal(location(saved))).text()).contains("Chef");
	}

	/// A form that was drawn for another contact in the same browser is not taken for
	/// this one's. Red when the form's mark is not compared.
	@Test
	void takesNoFormOfAnotherContact() {
		MultiValueMap<String, String> form = form(html(portal("/p/P05?lang=sv")));
		form.set("title", "Chef");
		String other = "x" + this.contact.substring(1);
		Anna.isIn(other, CONTACTS);
		assertThat(post(form, this.tokens.portal("nordcykel", other))).hasStatus(409);
		assertThat(CONTACTS.applied()).isEmpty();
	}

	/// Red when a page's rule is not looked at: the page is there, but not in the portal.
	@Test
	void opensNoPageThatDoesNotStandInThePortal() {
		assertThat(this.pages.live(new TenantId("fjordbok"), "P05")).isPresent();
		assertThat(portal("/p/P99")).hasStatus(404);
		String hidden = PortalRules.pageOutsideThePortal(this.mvc, this.tokens);
		MvcTestResult refused = portal("/p/" + hidden);
		assertThat(refused).hasStatus(404);
		assertThat(body(refused)).as("the same as one that there is not").isEqualTo(body(portal("/p/P99")));
		assertThat(post(new LinkedMultiValueMap<>(Map.of("act", List.of("confirm"))),
				this.tokens.portal("nordcykel", this.contact), hidden))
			.hasStatus(404);
		assertThat(html(portal("/portal/nordcykel")).select(".door").eachAttr("href")).doesNotContain("/p/" + hidden);
	}

	@Test
	void leadsEverybodyElseToTheDoor() {
		assertDoor(get("/portal/nordcykel", null));
		assertDoor(get("/portal/nordcykel", token()));
		assertDoor(get("/portal/nordcykel", this.tokens.portal("fjordbok", this.contact)));
		assertDoor(get("/portal/nordcykel/history", this.tokens.user("nordcykel", "karin", 99)));
		assertDoor(get("/portal/nordcykel",
				this.tokens.mint((claims) -> claims.claim("tenant", "nordcykel")
					.claim("contact", this.contact)
					.claim("portal", true)
					.claim("page", "P05")
					.claim("link", "l")
					.claim("sid", "s"))));
	}

	/// The token is good for minutes yet, but its sign-in is over. Red when nobody asks.
	@Test
	void replaysNoSessionThatIsOver() {
		String token = this.tokens.portal("nordcykel", this.contact);
		assertThat(get("/portal/nordcykel", token)).hasStatusOk();
		this.tokens.signOut(this.contact);
		assertDoor(get("/portal/nordcykel", token));
		assertDoor(get("/portal/nordcykel/history", token));
		assertDoor(get("/p/P05", token));
		assertDoor(post(new LinkedMultiValueMap<>(Map.of("act", List.of("confirm"))), token), "?lang=sv");
		assertThat(CONTACTS.applied()).isEmpty();
	}

	private void archive(String page) {
		String karin = this.tokens.user("nordcykel", "karin", 99);
		String revision = String.valueOf(Objects.requireNonNull(this.mvc.get()
			.uri("/api/pages/" + page)
			.headers((headers) -> headers.setBearerAuth(karin))
			.exchange()
			.getResponse()
			.getHeader("ETag")));
		assertThat(this.mvc.post().uri("/api/pages/" + page + "/archive").headers((headers) -> {
			headers.setBearerAuth(karin);
			headers.setIfMatch(revision);
		}).exchange()).hasStatusOk();
	}

	private static void assertDoor(MvcTestResult answer) {
		assertDoor(answer, "");
	}

	/// @param language that was chosen by hand
	private static void assertDoor(MvcTestResult answer, String language) {
		assertThat(answer).hasStatus(303);
		assertThat(Objects.requireNonNull(answer.getResponse().getHeader("Location")))
			.isEqualTo("/portal/nordcykel/sign-in" + language);
	}

	private MvcTestResult portal(String address) {
		return get(address, this.tokens.portal("nordcykel", this.contact));
	}

	private MvcTestResult get(String address, @org.jspecify.annotations.Nullable String token) {
		return this.mvc.get().uri(java.net.URI.create(address)).headers((headers) -> {
			if (token != null) {
				headers.setBearerAuth(token);
			}
		}).accept(MediaType.TEXT_HTML).exchange();
	}

	private MvcTestResult post(MultiValueMap<String, String> form, String token) {
		return post(form, token, "P05");
	}

	private MvcTestResult post(MultiValueMap<String, String> form, String token, String page) {
		return this.mvc.post()
			.uri("/p/" + page + "?lang=sv")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.formFields(form)
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange();
	}

	private static String body(MvcTestResult answer) {
		try {
			return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
		}
		catch (java.io.UnsupportedEncodingException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
