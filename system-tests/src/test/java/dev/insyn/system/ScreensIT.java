package dev.insyn.system;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Every screen is readable, a contact's as well as the console's, wide and narrow, light and dark, in both languages;
/// what it looked like lies in `target/screenshots`.
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(20)
class ScreensIT {

	private final Stack stack;

	ScreensIT(Stack stack) {
		this.stack = stack;
	}

	/// What a list leads to can be looked at only where there is something in it.
	@BeforeAll
	void aMailingWasSent() {
		send("nordcykel", "sv", this.stack.takeLink());
		send("fjordbok", "nb", this.stack.takeForeignLink());
	}

	private void send(String tenant, String language, Ready.Link contact) {
		CrmClient client = new CrmClient(this.stack, tenant);
		Map<String, String> words = Map.of("subject", "Hej", "preheader", "", "body", "_P05_Redigera egen data_");
		String template = made(client.post("/api/templates",
				Map.of("name", "Se över era uppgifter", "kind", "service", "words", Map.of(language, words))));
		String mailing = made(
				client.post("/api/mailings", Map.of("template", template, "contacts", List.of(contact.contactId()))));
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> client.ask("/api/mailings/" + mailing).path("outlook").hasNonNull("complete"));
		assertThat(client.post("/api/mailings/" + mailing + "/send", Map.of()).statusCode()).isEqualTo(200);
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> client.ask("/api/mailings/" + mailing).path("status").asString("").equals("sent"));
	}

	private String made(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
		return this.stack.json().readTree(answer.body()).get("id").asString();
	}

	/// Width, scheme and language change together: each is seen with each screen, but not
	/// each with each other.
	static Stream<View> views() {
		return Stream.of(new View("nordcykel", "sv", 1280, ColorScheme.LIGHT),
				new View("nordcykel", "sv", 390, ColorScheme.DARK), new View("fjordbok", "en", 1280, ColorScheme.DARK),
				new View("fjordbok", "en", 390, ColorScheme.LIGHT));
	}

	@ParameterizedTest
	@MethodSource("views")
	void everyScreenIsReadable(View view) {
		try (Browser browser = Browser.open()) {
			Page page = browser.page(view.width(), view.scheme(), view.locale());
			page.navigate(this.stack.gateway("/admin").toString());
			look(page, "sign-in", view);
			page.click("main a[href^='/sign-in/with/']");
			look(page, "sign-in-provider-away", view);
			page.fill("[name=email]", "nobody@nordcykel.example");
			page.fill("[name=password]", "wrong");
			page.click("main button[type=submit]");
			look(page, "sign-in-wrong", view);
			Ready.User user = this.stack.ready().user(view.tenant(), 99);
			page.fill("[name=email]", user.email());
			page.fill("[name=password]", user.password());
			page.click("main button[type=submit]");
			SoftAssertions all = new SoftAssertions();
			for (Screen screen : Screen.values()) {
				all.check(() -> see(page, screen, view));
			}
			all.assertAll();
		}
	}

	/// One that can't be opened hides none of the others.
	private void see(Page page, Screen screen, View view) {
		try {
			screen.open(page, this.stack);
			look(page, screen.title(), view);
		}
		catch (PlaywrightException unopened) {
			throw new AssertionError(screen + " can't be opened", unopened);
		}
	}

	@ParameterizedTest
	@MethodSource("views")
	void everythingThatAContactMeetsIsReadable(View view) {
		Ready.Link link = view.tenant().equals("nordcykel") ? this.stack.takeLink() : this.stack.takeForeignLink();
		try (Browser browser = Browser.open()) {
			Page page = browser.page(view.width(), view.scheme(), view.locale());
			page.navigate(this.stack.gateway("/l/" + view.tenant() + "." + "A".repeat(43)).toString());
			look(page, "contact-dead-link", view);
			page.fill("[name=email]", "ingen");
			page.click("main button[type=submit]");
			look(page, "contact-dead-link-wrong", view);
			page.navigate(this.stack.gateway("/l/" + view.tenant() + "/fresh").toString());
			look(page, "contact-fresh-link-asked", view);
			page.navigate(link.url());
			page.waitForNavigation(() -> page.evaluate("document.forms[0].submit()"));
			look(page, "contact-link-number", view);
			page.navigate(link.url());
			look(page, "contact-link", view);
			page.click("main button[type=submit]");
			look(page, "contact-page", view);
			page.fill("[name=phone]", "1");
			page.fill("[name=birth-date]", "31/31");
			page.click("button[name=act][value=update]");
			page.waitForSelector(".summary");
			look(page, "contact-errors", view);
			page.fill("[name=phone]", "");
			page.fill("[name=birth-date]", "");
			page.fill("[name=title]", "Verkstadschef");
			page.fill("[name=email]", "ny-adress-%d@post.example".formatted(view.width()));
			page.click("button[name=act][value=update]");
			page.waitForURL("**/email*");
			look(page, "contact-email-code", view);
			page.navigate(this.stack.gateway("/p/" + link.page()).toString());
			page.fill("[name=title]", "Ekonomichef");
			page.click("button[name=act][value=update]");
			page.waitForURL("**/p/*updated*");
			look(page, "contact-confirmation", view);
		}
	}

	@ParameterizedTest
	@MethodSource("views")
	void everythingInThePortalIsReadable(View view) {
		Ready.Link link = view.tenant().equals("nordcykel") ? this.stack.takeLink() : this.stack.takeForeignLink();
		try (Browser browser = Browser.open()) {
			Page page = browser.page(view.width(), view.scheme(), view.locale());
			PortalVisit portal = new PortalVisit(this.stack, page, view.tenant());
			page.navigate(portal.address(""));
			look(page, "portal-door", view);
			portal.ask(link.email());
			look(page, "portal-code", view);
			String code = portal.mailedCode(link.email());
			portal.enter(code.equals("000000") ? "000001" : "000000");
			look(page, "portal-code-wrong", view);
			portal.enter(code);
			look(page, "portal-offer", view);
			page.navigate(portal.address(""));
			look(page, "portal-place", view);
			page.click("a.door");
			look(page, "portal-page", view);
			page.navigate(portal.address("/history"));
			look(page, "portal-history", view);
			page.navigate(portal.address("/access"));
			look(page, "portal-access", view);
		}
	}

	private static void look(Page page, String name, View view) {
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
			.setPath(Path.of("target/screenshots/%s-%d-%s-%s.png".formatted(name, view.width(),
					view.scheme().name().toLowerCase(Locale.ROOT), view.language()))));
		assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
			.as("no sideways scrolling on %s in %s", name, view)
			.isEqualTo(true);
		assertThat(page.evaluate("document.documentElement.lang")).as("language of %s", name)
			.isEqualTo(view.language());
		Accessibility.check(page, name + " " + view);
	}

	/// How a person looks at the console.
	record View(String tenant, String language, int width, ColorScheme scheme) {

		String locale() {
			return this.language.equals("sv") ? "sv-SE" : "en-GB";
		}

	}

	/// A screen, and how one gets there.
	enum Screen {

		PAGES("/admin/pages"), NEW_PAGE("/admin/pages/new"), IMPORT("/admin/pages/import"), PAGE("/admin/pages/P05"),
		PAGE_FIELDS("/admin/pages/P05/fields"), PAGE_REPORTS("/admin/pages/P05/reports"),
		PAGE_HIDDEN_FIELDS("/admin/pages/P05/hidden"), PAGE_RULES("/admin/pages/P05/rules"),
		PAGE_VERSIONS("/admin/pages/P05/versions"), PUBLISHING("/admin/pages/P05/publish"), THEMES("/admin/themes"),
		THEME("/admin/themes/standard"), CONTACTS("/admin/contacts"), CONTACT("/admin/contacts", "tbody a"),
		MAILINGS("/admin/mailings"), MAILING("/admin/mailings", "tbody a"), NEW_MAILING("/admin/mailings/new"),
		RECIPIENTS("/admin/mailings", "tbody a", "a[href$='/recipients']"), TEMPLATES("/admin/templates"),
		TEMPLATE("/admin/templates", "tbody a"), NEW_TEMPLATE("/admin/templates/new"), SEGMENTS("/admin/segments"),
		NEW_SEGMENT("/admin/segments/new"), FILTER("/admin/segments/new/filter"), LIST("/admin/segments/new/hand"),
		UPLOAD("/admin/segments/new/csv"), FIELD_CATALOGUE("/admin/field-catalogue"),
		FIELD("/admin/field-catalogue", "tbody a"), NEW_FIELD("/admin/field-catalogue/new?type=CHOICE"),
		RECORDS("/admin/field-catalogue/records"), RECORD_TYPE("/admin/field-catalogue/records/orders"),
		NEW_RECORD_TYPE("/admin/field-catalogue/records/new"),
		RECORD_TYPE_WRONG("/admin/field-catalogue/records/new", ".form-actions .primary"),
		DELETING_A_RECORD_TYPE("/admin/field-catalogue/records/orders/delete"), ACTIVITIES("/admin/activities"),
		NEW_ACTIVITY("/admin/activities/new"), DIGEST("/admin/activities/digest"), EMAILS("/admin/emails"),
		AUDIT("/admin/audit"), AUDIT_RECORD("/admin/audit", "tbody a"), LINKS("/admin/links?page=P05"),
		LINK("/admin/links?page=P05", "tbody a"), NEW_LINK("/admin/links/new?page=P05"),
		REVOKING("/admin/links/revoke-all?page=P05"), VERIFYING("/admin/audit/verify"), USERS("/admin/users"),
		ACCOUNT("/admin/account");

		private final String address;

		private final List<String> clicks;

		Screen(String address, String... clicks) {
			this.address = address;
			this.clicks = List.of(clicks);
		}

		void open(Page page, Stack stack) {
			page.navigate(stack.gateway(this.address).toString());
			for (String click : this.clicks) {
				page.locator(click).first().click();
				page.waitForLoadState();
			}
		}

		String title() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
