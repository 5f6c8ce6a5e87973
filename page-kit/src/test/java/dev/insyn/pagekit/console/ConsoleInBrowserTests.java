package dev.insyn.pagekit.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/// The gallery in a real browser, under the policy that the gateway sets. Without a Chromium it is skipped and says so; in
/// CI it fails instead. Goes red: axe-core with `--ink-2` at #8a949e; the toast with `htmx:beforeSwap` not listened to.
class ConsoleInBrowserTests {

	private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
			"best-practice");

	private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private static Playwright playwright;

	private static Browser browser;

	private static ConsolePreview preview;

	private final List<BrowserContext> contexts = new ArrayList<>();

	@BeforeAll
	static void open() throws IOException {
		Path chromium = Path.of("/usr/bin/chromium");
		if (!Files.isExecutable(chromium) && System.getenv("CI") == null) {
			Assumptions.abort("SKIPPED: no Chromium on this machine (Debian: apt-get install chromium)");
		}
		preview = ConsolePreview.start(0);
		playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		browser = playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(FLAGS));
	}

	@AfterAll
	static void close() {
		if (playwright != null) {
			playwright.close();
			preview.stop();
		}
	}

	@AfterEach
	void closePages() {
		this.contexts.forEach(BrowserContext::close);
	}

	private Page page(String who, int width, ColorScheme scheme, boolean script) {
		BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900)
			.setColorScheme(scheme)
			.setReducedMotion(ReducedMotion.REDUCE)
			.setJavaScriptEnabled(script));
		this.contexts.add(context);
		context.setDefaultTimeout(10_000);
		context.addCookies(List.of(new Cookie("who", who.replace('/', '.')).setUrl(preview.address())));
		return context.newPage();
	}

	private Page page(String path) {
		Page page = page("en/nordcykel/99", 1280, ColorScheme.LIGHT, true);
		page.navigate(preview.address() + path);
		return page;
	}

	private static void check(Page page) {
		List<Rule> violations = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
		assertThat(violations.stream().map(ConsoleInBrowserTests::describe).toList()).as(page.url()).isEmpty();
	}

	private static String describe(Rule rule) {
		return rule.getId() + ": " + rule.getHelp()
				+ rule.getNodes()
					.stream()
					.map((node) -> "\n    " + node.getTarget() + " " + node.getHtml())
					.collect(Collectors.joining());
	}

	private static void fits(Page page) {
		assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
			.as("no scrolling sideways at " + page.url())
			.isEqualTo(true);
	}

	@Test
	void axeFindsNothingInTheLight() {
		Page page = page("sv/nordcykel/99", 1280, ColorScheme.LIGHT, true);
		for (String screen : Gallery.SCREENS) {
			page.navigate(preview.address() + screen);
			check(page);
			fits(page);
		}
	}

	@Test
	void axeFindsNothingOnADarkPhone() {
		Page page = page("en/kommun/10", 390, ColorScheme.DARK, true);
		for (String screen : List.of("/admin/pages", "/admin/pages/P05", "/admin/themes/wrong",
				"/admin/field-catalogue", "/admin/activities", "/admin/account")) {
			page.navigate(preview.address() + screen);
			check(page);
			fits(page);
		}
		page.locator(".menu-button").click();
		check(page);
	}

	@Test
	void axeFindsNothingInWhatOpens() {
		Page page = page("/admin/pages/P05");
		page.locator(".more summary").click();
		check(page);
		page.getByText("Archive …").click();
		assertThat(page.locator("#archive")).isVisible();
		check(page);
		page.locator("#archive [data-close]").click();
		page.keyboard().press("?");
		assertThat(page.locator("#keys")).isVisible();
		check(page);
	}

	@Test
	void searchesInPlaceAndKeepsTheSearchInTheAddress() {
		Page page = page("/admin/pages?state=draft");
		page.evaluate("window.stayed = true");
		page.keyboard().press("/");
		page.keyboard().type("mässan");
		assertThat(page.getByText("Nothing matches.")).isVisible();
		assertThat(page.url()).endsWith("/admin/pages?q=m%C3%A4ssan&state=draft");
		assertThat(page.evaluate("window.stayed")).isEqualTo(true);
		assertThat(page.locator("[data-search]")).isFocused();
		page.goBack();
		assertThat(page.locator(".row-link").first()).isVisible();
	}

	@Test
	void sortsByTheHeadAndSaysSo() {
		Page page = page("/admin/pages");
		page.locator(".sorter").first().click();
		assertThat(page.locator("[aria-sort=ascending]")).hasText("Page");
		page.locator(".sorter").first().click();
		assertThat(page.locator("[aria-sort=descending]")).hasText("Page");
		assertThat(page.url()).contains("sort=-name");
	}

	@Test
	void keepsAConfidentialSearchOutOfTheAddress() {
		Page page = page("/admin/users");
		page.locator("[data-search]").fill("Kristina");
		page.waitForResponse((response) -> "POST".equals(response.request().method()),
				() -> page.keyboard().press("Enter"));
		assertThat(page.url()).endsWith("/admin/users");
	}

	/// Red without the listener that keeps a search which is left from asking again: its
	/// rows came anew, and lost what was just ticked in them.
	@Test
	void aSearchThatIsLeftAsksNoMore() {
		Page page = page("/admin/users");
		page.evaluate("window.asked = 0; document.querySelector('[data-filters]')"
				+ ".addEventListener('change', () => window.asked++)");
		page.locator("[data-search]").click();
		page.keyboard().type("Kristina");
		page.keyboard().press("Tab");
		assertThat(page.evaluate("window.asked")).isEqualTo(0);
	}

	@Test
	void appendsMoreRows() {
		Page page = page("/admin/activities");
		page.getByText("Show more").click();
		assertThat(page.locator("tbody tr")).hasCount(6);
	}

	@Test
	void walksRowsByKeyUntilTheKeysAreSwitchedOff() {
		Page page = page("/admin/pages");
		page.keyboard().press("j");
		page.keyboard().press("j");
		assertThat(page.locator(".row-link").nth(1)).isFocused();
		page.keyboard().press("k");
		assertThat(page.locator(".row-link").nth(0)).isFocused();
		page.keyboard().press("?");
		page.locator("#keys-on").uncheck();
		page.keyboard().press("Escape");
		page.keyboard().press("j");
		assertThat(page.locator(".row-link").nth(1)).not().isFocused();
	}

	@Test
	void saysWhatWentWrongAndLosesNothing() {
		Page page = page("/admin/themes");
		page.locator("#f-name").fill("Höst");
		page.route("**/admin/themes", (route) -> route
			.fulfill(new Route.FulfillOptions().setStatus(503).setContentType("text/html").setBody("<p>away</p>")));
		page.getByText("Save").click();
		assertThat(page.locator(".toast.problem")).containsText("The service is away");
		assertThat(page.locator("#f-name")).hasValue("Höst");
		check(page);
		page.unroute("**/admin/themes");
		page.route("**/admin/themes", (route) -> route.abort());
		page.getByText("Save").click();
		assertThat(page.locator(".toast.problem")).containsText("No connection");
		assertThat(page.locator("#f-name")).hasValue("Höst");
	}

	@Test
	void asksBeforeUnsavedChangesAreLeft() {
		Page page = page("/admin/themes");
		page.locator("#f-name").fill("Höst");
		StringBuilder asked = new StringBuilder();
		page.onDialog((dialog) -> {
			asked.append(dialog.type());
			dialog.dismiss();
		});
		page.locator(".sections a").first().click();
		page.waitForCondition(() -> !asked.isEmpty());
		assertThat(asked).hasToString("beforeunload");
		assertThat(page.url()).endsWith("/admin/themes");
	}

	/// What was refused is not kept either.
	@Test
	void asksAlsoBeforeWhatWasRefusedIsLeft() {
		Page page = page("/admin/themes/wrong");
		page.locator("[data-speak=sv]").first().click();
		StringBuilder asked = new StringBuilder();
		page.onDialog((dialog) -> {
			asked.append(dialog.type());
			dialog.dismiss();
		});
		page.locator(".sections a").first().click();
		page.waitForCondition(() -> !asked.isEmpty());
		assertThat(asked).hasToString("beforeunload");
	}

	@Test
	void leadsFromTheSummaryToATextInAnotherLanguage() {
		Page page = page("/admin/themes/wrong");
		assertThat(page.locator(".summary")).isFocused();
		page.locator("[data-speak=sv]").first().click();
		assertThat(page.locator("#f-greeting-fi")).isHidden();
		page.getByText("Heading (Suomi)").click();
		assertThat(page.locator("#f-greeting-fi")).isVisible();
		assertThat(page.locator("#f-greeting-fi")).isFocused();
	}

	@Test
	void sortsByDraggingAndPostsTheWholeOrder() {
		Page page = page("/admin/pages/P05");
		Locator grips = page.locator(".grip");
		var request = page.waitForRequest("**/order", () -> drag(page, grips.nth(0), grips.nth(2)));
		assertThat(request.postData()).startsWith("order=efternamn&order=e-postadress&order=f%C3%B6rnamn");
	}

	/// An order that belongs to a larger form is posted with it.
	@Test
	void sortsByDraggingAndPostsNothingWhereTheOrderIsKeptLater() {
		Page page = page("/admin/pages/P05");
		page.evaluate("document.querySelector('[data-sortable]').dataset.sortable = 'later'");
		StringBuilder posted = new StringBuilder();
		page.onRequest((request) -> posted.append(request.method()));
		drag(page, page.locator(".grip").nth(0), page.locator(".grip").nth(2));
		assertThat(page.locator("[name=order]").first()).hasValue("efternamn");
		assertThat(page.locator("form[data-changed]")).hasCount(1);
		assertThat(posted.toString()).doesNotContain("POST");
	}

	private static void drag(Page page, Locator what, Locator where) {
		var from = what.boundingBox();
		var to = where.boundingBox();
		page.mouse().move(from.x + 4, from.y + 12);
		page.mouse().down();
		page.mouse().move(to.x + 4, to.y + 20, new Mouse.MoveOptions().setSteps(8));
		page.mouse().up();
	}

	@Test
	void staysInTheChosenSchemeFromTheFirstPaint() {
		Page page = page("/admin/pages");
		page.locator(".scheme label").nth(1).click();
		page.navigate(preview.address() + "/admin/themes");
		assertThat(page.evaluate("document.documentElement.dataset.scheme")).isEqualTo("dark");
		assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor")).isEqualTo("rgb(21, 24, 27)");
	}

	@Test
	void isWholeWithoutScript() {
		Page page = page("en/kommun/99", 390, ColorScheme.LIGHT, false);
		page.navigate(preview.address() + "/admin/pages");
		assertThat(page.locator(".sections a").first()).isHidden();
		page.locator(".menu-button").click();
		assertThat(page.locator(".sections a").first()).isVisible();
		assertThat(page.locator(".scheme")).isHidden();
		page.locator("[data-search]").fill("mässan");
		page.locator(".toolbar-go").click();
		assertThat(page.getByText("Nothing matches.")).isVisible();
		page.navigate(preview.address() + "/admin/pages/P05");
		page.locator(".more summary").click();
		page.getByText("Archive …").click();
		assertThat(page.locator("h1")).hasText("Remove the theme Summer?");
		page.navigate(preview.address() + "/admin/themes");
		assertThat(page.locator(".language input:visible")).hasCount(6);
	}

}
