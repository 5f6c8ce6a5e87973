package dev.insyn.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/// A user writes a template, sends it to contacts, and sees that one of them opened the caught mail's link and updated its data.
@ExtendWith(StackExtension.class)
@Order(17)
class MailingStoryIT {

	private static final Pattern LINK = Pattern.compile("https?://[^\\s\"]+/l/[A-Za-z0-9._-]+");

	private final Stack stack;

	MailingStoryIT(Stack stack) {
		this.stack = stack;
	}

	@ParameterizedTest
	@CsvSource({ "nordcykel, sv-SE, 1280", "fjordbok, en-GB, 390" })
	void aUserSendsATemplateAndSeesWhoUpdated(String tenant, String locale, int width) {
		Ready.Link answering = tenant.equals("nordcykel") ? this.stack.takeLink() : this.stack.takeForeignLink();
		Ready.Link silent = tenant.equals("nordcykel") ? this.stack.takeLink() : this.stack.takeForeignLink();
		try (Browser browser = Browser.open()) {
			Page page = browser.page(width, ColorScheme.LIGHT, locale);
			List<String> complaints = new ArrayList<>();
			page.onConsoleMessage((message) -> {
				if (message.type().equals("error")) {
					complaints.add(message.text());
				}
			});
			writeTemplate(page, tenant);
			String mailing = send(page, List.of(answering.contactId(), silent.contactId()));
			answer(answering, tenant);
			Awaitility.await().untilAsserted(() -> {
				page.navigate(mailing + "/recipients?state=updated");
				assertThat(page.locator("tbody tr").count()).isEqualTo(1);
			});
			assertThat(page.locator("tbody tr")).containsText(answering.name());
			page.navigate(mailing + "/recipients?state=none");
			assertThat(page.locator("tbody tr")).containsText(silent.name());
			assertThat(complaints).as("what the browser complains of, such as a breach of the content security policy")
				.isEmpty();
		}
	}

	private void writeTemplate(Page page, String tenant) {
		page.navigate(this.stack.gateway("/admin/templates/new").toString());
		Ready.User user = this.stack.ready().user(tenant, 99);
		page.fill("[name=email]", user.email());
		page.fill("[name=password]", user.password());
		page.click("main button[type=submit]");
		page.fill("[name=name]", "Se over");
		page.click("form#template button[type=submit]");
		assertThat(page).hasURL(Pattern.compile(".*/admin/templates/[a-z0-9]{20}.*"));
		page.locator("textarea[name^='body.']:visible")
			.first()
			.fill("Hei {{contact.first-name | du}}!\n\n_P05_Redigera egen data_\n\n{{user.name}}");
		assertThat(page.frameLocator("#preview").locator("td.button a")).hasText("Redigera egen data");
		page.waitForResponse((response) -> response.url().contains("done=template.saved") && response.ok(),
				() -> page.click(".editor-foot button.primary"));
	}

	/// @return the address of the mailing
	private String send(Page page, List<String> contacts) {
		page.click("a[href^='/admin/mailings/new?template=']");
		page.fill("textarea[name=contacts]", String.join("\n", contacts));
		page.click("form#mailing button[type=submit]");
		assertThat(page).hasURL(Pattern.compile(".*/admin/mailings/[a-z0-9]{20}.*"));
		String address = page.url().replaceFirst("\\?.*", "");
		page.locator("[data-dialog=send], a[href$='/send'], button[data-opens=send]").first().click();
		page.locator("dialog[open] button[type=submit]").last().click();
		Awaitility.await().untilAsserted(() -> {
			page.navigate(address + "/recipients?state=sent");
			assertThat(page.locator("tbody tr").count()).isEqualTo(2);
		});
		return address;
	}

	private void answer(Ready.Link contact, String tenant) {
		Mailbox.Mail mail = new Mailbox(this.stack)
			.await((found) -> String.valueOf(found.to()).contains(contact.email())
					&& found.mentions("Redigera egen data"));
		Matcher link = LINK.matcher(String.valueOf(mail.text()));
		assertThat(link.find()).as("a link in the mail").isTrue();
		Visit visit = Visit.begin(this.stack,
				new Ready.Link(tenant, contact.contactId(), contact.name(), contact.email(), "P05", link.group()));
		assertThat(visit.update(Map.of("title", "Inköpschef")).statusCode()).isEqualTo(303);
	}

}
