package dev.insyn.system;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/// Contacts sign in to their own place without a link.
@ExtendWith(StackExtension.class)
@Order(11)
class PortalStoryIT {

	private final Stack stack;

	PortalStoryIT(Stack stack) {
		this.stack = stack;
	}

	/// Story: no link, no password; the code from the mail, its pages, a correction, what
	/// happened, and out.
	@Test
	void aContactWithoutItsLinkSignsInByCodeAndCorrectsItsData() {
		Ready.Link anna = this.stack.takeLink();
		try (Browser browser = Browser.open()) {
			Page page = browser.page();
			PortalVisit portal = new PortalVisit(this.stack, page, "nordcykel");
			portal.ask(anna.email());
			assertThat(page.locator("[name=code]").getAttribute("autocomplete")).isEqualTo("one-time-code");
			String code = portal.mailedCode(anna.email());
			portal.enter(code.equals("000000") ? "000001" : "000000");
			assertThat(page.locator(".summary").innerText()).contains("4 försök kvar");
			portal.enter(code);
			assertThat(page.url()).as("a passkey is offered once").isEqualTo(portal.address("/access/offer"));
			page.click("text=Inte nu");
			assertThat(page.locator("h1").innerText()).contains(anna.name());
			assertThat(page.content()).contains(anna.email()).doesNotContain("first-name");

			page.click("a.door");
			assertThat(page.url()).isEqualTo(this.stack.gateway("/p/" + anna.page()).toString());
			page.fill("[name=title]", "Verkstadschef");
			page.click("button[name=act][value=update]");
			page.waitForURL("**/p/*updated*");
			assertThat(page.locator("main").innerText()).contains("Verkstadschef");
			page.click(".place a >> text=Mina sidor");
			assertThat(page.locator(".facts").innerText()).contains("Verkstadschef");

			page.click(".place button");
			assertThat(page.locator("main").innerText()).contains("Du är utloggad");
			page.navigate(portal.address("/history"));
			assertThat(page.url()).isEqualTo(portal.address("/sign-in"));
		}
		new EventLog(this.stack, "insyn.contacts").await("contact.data-updated.v1",
				(event) -> anna.contactId().equals(event.subject()) && !event.json().path("origin").has("link"));
	}

	@Test
	void twoWithOneMailboxChooseWhoTheyAre() {
		List<Ready.Link> two = this.stack.ready()
			.linksOf("nordcykel")
			.stream()
			.collect(Collectors.groupingBy(Ready.Link::email))
			.values()
			.stream()
			.filter((sharing) -> sharing.size() > 1)
			.findFirst()
			.orElseThrow(() -> new AssertionError("nobody shares an address"));
		try (Browser browser = Browser.open()) {
			Page page = browser.pageWithoutScript();
			PortalVisit portal = new PortalVisit(this.stack, page, "nordcykel");
			portal.ask(two.getFirst().email());
			portal.enter(portal.mailedCode(two.getFirst().email()));
			assertThat(page.locator(".door").allInnerTexts())
				.containsExactlyInAnyOrderElementsOf(two.stream().map(Ready.Link::name).toList());
			page.click(".door:has-text(\"%s\")".formatted(two.getLast().name()));
			page.navigate(portal.address(""));
			assertThat(page.locator("h1").innerText()).contains(two.getLast().name());
		}
	}

	/// With the authenticator that Chromium brings for tests.
	@Test
	void aPasskeyIsASecondWayIn() {
		Ready.Link anna = this.stack.takeLink();
		try (Browser browser = Browser.open()) {
			Page page = browser.page();
			CDPSession devices = page.context().newCDPSession(page);
			devices.send("WebAuthn.enable");
			JsonObject options = new JsonObject();
			Map.of("protocol", "ctap2", "transport", "internal").forEach(options::addProperty);
			Map.of("hasResidentKey", true, "hasUserVerification", true, "isUserVerified", true,
					"automaticPresenceSimulation", true)
				.forEach(options::addProperty);
			JsonObject added = new JsonObject();
			added.add("options", options);
			devices.send("WebAuthn.addVirtualAuthenticator", added);

			PortalVisit portal = new PortalVisit(this.stack, page, "nordcykel");
			portal.ask(anna.email());
			portal.enter(portal.mailedCode(anna.email()));
			page.click("form.passkey button");
			page.waitForURL("**/access?done=passkey-added");
			assertThat(page.locator("main").innerText()).contains("Nyckeln är tillagd");
			Mailbox.Mail told = new Mailbox(this.stack).await((mail) -> String.valueOf(mail.to()).contains(anna.email())
					&& mail.mentions("En nyckel har lagts till"));
			assertThat(String.valueOf(told.text())).as("whoever it was that added it").contains("Var det inte du?");
			page.click(".place button");
			page.navigate(portal.address(""));
			page.click("form.passkey button");
			page.waitForURL(portal.address(""));
			assertThat(page.locator("h1").innerText()).contains(anna.name());
		}
	}

}
