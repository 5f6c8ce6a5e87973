package dev.insyn.system;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/// A contact whose link works no more gets in all the same, by a fresh one in its own mailbox.
@ExtendWith(StackExtension.class)
@Order(31)
class LostMailStoryIT {

	private final Stack stack;

	LostMailStoryIT(Stack stack) {
		this.stack = stack;
	}

	@Test
	void lostMailFreshLink() {
		Ready.Link link = this.stack.takeLink();
		new CrmClient(this.stack, "nordcykel").delete("/api/links?contact=" + link.contactId());
		try (Browser browser = Browser.open()) {
			Page page = browser.page();
			page.navigate(link.url());
			assertThat(page.locator("h1").innerText()).isEqualTo("Länken fungerar inte");
			page.fill("[name=email]", "inte en adress");
			page.click("main button[type=submit]");
			assertThat(page.locator(".summary").innerText()).contains("Skriv en e-postadress");
			page.fill("[name=email]", " " + link.email() + " ");
			page.click("main button[type=submit]");
			page.waitForURL("**/l/nordcykel/fresh");
			assertThat(page.locator("h1").innerText()).isEqualTo("Titta i din inkorg");
			assertThat(page.content()).doesNotContain(link.email(), link.name());

			Mailbox.Mail mail = new Mailbox(this.stack)
				.await((found) -> found.mentions("Din nya länk") && String.valueOf(found.to()).contains(link.email()));
			page.navigate(String.valueOf(mail.text()).replaceAll("(?s).*(http\\S*/l/\\S+).*", "$1"));
			page.click("main button[type=submit]");
			assertThat(page.url()).isEqualTo(this.stack.gateway("/p/" + link.page()).toString());
			assertThat(page.content()).contains(link.email());
		}
	}

}
