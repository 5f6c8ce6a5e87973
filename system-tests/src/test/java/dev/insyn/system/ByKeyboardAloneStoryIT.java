package dev.insyn.system;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/// From the sign-in to a published page that a contact then uses, without ever touching a mouse (WCAG 2.2, 2.1.1 and
/// 2.4.7).
@ExtendWith(StackExtension.class)
@Order(16)
class ByKeyboardAloneStoryIT {

	private final Stack stack;

	ByKeyboardAloneStoryIT(Stack stack) {
		this.stack = stack;
	}

	@Test
	void setsUpAPageThatAContactThenUses() {
		try (Browser browser = Browser.open()) {
			Page console = browser.page(1280, ColorScheme.LIGHT, "sv-SE");
			signIn(console);
			String number = create(console);
			addAndMoveAField(console);
			moveAReport(console);
			publish(console);
			contactUses(browser.page(390, ColorScheme.DARK, "sv-SE"), number);
		}
	}

	private void signIn(Page console) {
		console.navigate(this.stack.gateway("/admin/pages").toString());
		Ready.User user = this.stack.ready().user("nordcykel", 99);
		new Keyboard(console).reach("[name=email]")
			.type(user.email())
			.reach("[name=password]")
			.type(user.password())
			.pressAndGo("Enter", ".*/admin/pages$");
	}

	private static String create(Page console) {
		Keyboard keyboard = new Keyboard(console);
		keyboard.reach("main a[href='/admin/pages/new']").pressAndGo("Enter", ".*/admin/pages/new$");
		keyboard.reach("textarea[name=description]").type("Bara tangenter");
		keyboard.reach("main form button[type=submit].primary").pressAndGo("Enter", ".*/admin/pages/P\\d+(\\?.*)?$");
		return console.url().replaceFirst(".*/(P\\d+).*", "$1");
	}

	/// A field is taken from the catalogue and moved, and what has the focus keeps it:
	/// whoever moves a field by two
	/// places presses the same key twice.
	private static void addAndMoveAField(Page console) {
		Keyboard keyboard = new Keyboard(console);
		keyboard.reach("main a[href$='/fields']").pressAndGo("Enter", ".*/fields$");
		keyboard.reach("button[name='to.body'][value='employees']").press("Enter");
		assertThat(console.locator("button[name='to.body'][value='employees']")).hasCount(0);
		keyboard.reach("button[value='up:employees']");
		int place = place(console);
		for (int moves = 1; moves <= 2; moves++) {
			keyboard.press("Enter");
			int moved = place - moves;
			console.waitForCondition(() -> place(console) == moved);
			console.waitForCondition(() -> keyboard.isAt("button[value='up:employees']"));
		}
		save(console, keyboard);
	}

	/// Reports have no name but their place: the focus goes with the one that was moved,
	/// also to the top, where the button has nothing more to do.
	private static void moveAReport(Page console) {
		Keyboard keyboard = new Keyboard(console);
		keyboard.reach("main a[href$='/reports']").pressAndGo("Enter", ".*/reports$");
		keyboard.reach("button[name=add][value=cases]").press("Enter");
		assertThat(console.locator("input[name='order.reports']")).hasCount(2);
		keyboard.reach("button[value='up:1']").press("Enter");
		assertThat(console.locator("input[name='r.0.type']")).hasValue("cases");
		console.waitForCondition(() -> keyboard.isAt("button[value='up:0']"));
		keyboard.reach("button[value='down:0']").press("Enter");
		assertThat(console.locator("input[name='r.1.type']")).hasValue("cases");
		console.waitForCondition(() -> keyboard.isAt("button[value='down:1']"));
		moveAColumn(console, keyboard);
	}

	private static void moveAColumn(Page console, Keyboard keyboard) {
		String second = console.locator("input[name='r.0.columns']:checked").nth(1).getAttribute("value");
		keyboard.reach("#report-0 summary").press("Enter");
		keyboard.reach("button[value='up:0:" + second + "']").press("Enter");
		assertThat(console.locator("input[name='r.0.columns']").first()).hasValue(second);
		console.waitForCondition(() -> keyboard.isAt("button[value='up:0:" + second + "']"));
	}

	private static int place(Page console) {
		return console.locator("input[name='order.body']")
			.all()
			.stream()
			.map((input) -> input.getAttribute("value"))
			.toList()
			.indexOf("employees");
	}

	private static void save(Page console, Keyboard keyboard) {
		keyboard.reach("main button.primary[type=submit]");
		console.waitForResponse((response) -> response.url().contains("done=page.saved") && response.ok(),
				() -> keyboard.press("Enter"));
	}

	private static void publish(Page console) {
		Keyboard keyboard = new Keyboard(console);
		keyboard.reach("main a[href$='/publish']").pressAndGo("Enter", ".*/publish$");
		keyboard.reach("main button.primary[type=submit]");
		console.waitForResponse((response) -> response.url().contains("done=page.publish") && response.ok(),
				() -> keyboard.press("Enter"));
	}

	private void contactUses(Page phone, String number) {
		Ready.Link taken = this.stack.takeLink();
		var issued = new CrmClient(this.stack, "nordcykel").post("/api/links",
				Map.of("page", number, "contacts", List.of(taken.contactId())));
		phone.navigate(this.stack.json().readTree(issued.body()).get("links").get(0).get("url").asString());
		Keyboard keyboard = new Keyboard(phone);
		keyboard.reach("main button").pressAndGo("Enter", ".*/p/" + number);
		keyboard.reach("[name=employees]").type("23");
		keyboard.reach("button[name=act][value=update]").press("Enter");
		phone.waitForURL((url) -> url.contains("updated="));
		assertThat(phone.locator("main").textContent()).contains("23");
	}

}
