package dev.insyn.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/// An administrator sets up a page, from the sign-in to the contact who uses it; wide and narrow, in both languages.
@ExtendWith(StackExtension.class)
@Order(15)
class SettingUpAPageStoryIT {

	private final Stack stack;

	SettingUpAPageStoryIT(Stack stack) {
		this.stack = stack;
	}

	@ParameterizedTest
	@CsvSource({ "nordcykel, sv-SE, 1280", "fjordbok, en-GB, 390" })
	void anAdministratorSetsUpAPageThatAContactThenUses(String tenant, String locale, int width) {
		try (Browser browser = Browser.open()) {
			Page page = browser.page(width, ColorScheme.LIGHT, locale);
			List<String> complaints = new ArrayList<>();
			page.onConsoleMessage((message) -> {
				if (message.type().equals("error")) {
					complaints.add(message.text());
				}
			});
			String number = create(page, tenant);
			addAField(page, number);
			publish(page, number);
			assertThat(complaints).as("what the browser complains of, such as a breach of the content security policy")
				.isEmpty();
			contactUses(tenant, number);
		}
	}

	private String create(Page page, String tenant) {
		page.navigate(this.stack.gateway("/admin/pages/new").toString());
		Ready.User user = this.stack.ready().user(tenant, 99);
		page.fill("[name=email]", user.email());
		page.fill("[name=password]", user.password());
		page.click("main button[type=submit]");
		assertThat(page.url()).as("back where one wanted to go").endsWith("/admin/pages/new");
		page.fill("textarea[name=description]", "Göteborg");
		page.locator("main form button[type=submit]").last().click();
		assertThat(page).hasURL(Pattern.compile(".*/admin/pages/P\\d+(\\?.*)?$"));
		String number = page.url().replaceFirst(".*/(P\\d+).*", "$1");
		page.locator("[name^='title.']:visible").first().fill("Uppgifter för Göteborg");
		save(page);
		return number;
	}

	private void addAField(Page page, String number) {
		page.navigate(this.stack.gateway("/admin/pages/" + number + "/fields").toString());
		page.click("button[name='to.body'][value='employees']");
		assertThat(page.locator("button[name='to.body'][value='employees']")).hasCount(0);
		save(page);
	}

	private static void save(Page page) {
		clickUntil(page, "main button.primary[type=submit]", "done=page.saved");
	}

	private void publish(Page page, String number) {
		page.navigate(this.stack.gateway("/admin/pages/" + number + "/publish").toString());
		clickUntil(page, "button.primary[type=submit]", "done=page.publish");
	}

	/// The screen that says what was done; its script takes that out of the address at
	/// once.
	private static void clickUntil(Page page, String button, String done) {
		page.waitForResponse((response) -> response.url().contains(done) && response.ok(), () -> page.click(button));
		assertThat(page.locator("#toasts")).not().isEmpty();
	}

	private void contactUses(String tenant, String number) {
		CrmClient crm = new CrmClient(this.stack, tenant);
		Ready.Link taken = tenant.equals("nordcykel") ? this.stack.takeLink() : this.stack.takeForeignLink();
		var issued = crm.post("/api/links", Map.of("page", number, "contacts", List.of(taken.contactId())));
		assertThat(issued.statusCode()).isEqualTo(201);
		String url = this.stack.json().readTree(issued.body()).get("links").get(0).get("url").asString();
		Visit visit = Visit.begin(this.stack,
				new Ready.Link(tenant, taken.contactId(), taken.name(), taken.email(), number, url));
		assertThat(visit.read().select("h1").text()).isEqualTo("Uppgifter för Göteborg");
		assertThat(visit.update(Map.of("employees", "17")).statusCode()).isEqualTo(303);
	}

}
