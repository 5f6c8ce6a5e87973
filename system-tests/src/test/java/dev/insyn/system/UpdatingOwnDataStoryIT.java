package dev.insyn.system;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// A contact opens its link, corrects its data, and every system that should know does.
@ExtendWith(StackExtension.class)
@Order(10)
class UpdatingOwnDataStoryIT {

	private final Stack stack;

	UpdatingOwnDataStoryIT(Stack stack) {
		this.stack = stack;
	}

	@Test
	void aContactCorrectsItsOwnDataAndEverySystemLearnsIt() {
		Ready.Link link = this.stack.takeLink();
		try (Browser browser = Browser.open()) {
			Page page = browser.page();
			page.navigate(link.url());
			assertThat(page.content()).as("before continue").doesNotContain(link.name(), link.email());
			page.click("button[type=submit]");
			assertThat(page.url()).isEqualTo(this.stack.gateway("/p/" + link.page()).toString());
			assertThat(page.content()).contains(link.email());

			page.fill("[name=phone]", "inte ett nummer");
			page.fill("[name=first-name]", "Maj-Britt");
			page.click("button[name=act][value=update]");
			assertThat(page.locator(".summary").innerText()).isNotBlank();
			assertThat(page.locator("p.error").innerText()).isNotBlank();
			assertThat(page.inputValue("[name=phone]")).as("what was typed").isEqualTo("inte ett nummer");
			assertThat(page.inputValue("[name=first-name]")).as("what was typed").isEqualTo("Maj-Britt");

			page.fill("[name=phone]", "070-174 06 05");
			page.click("button[name=act][value=update]");
			page.waitForURL("**/p/*updated*");
			assertThat(page.locator("main").innerText()).contains("Maj-Britt", "070-174 06 05");
			assertThat(page.url()).doesNotContain("Maj", "174");
		}
		assertEverySystemKnows(link);
	}

	private void assertEverySystemKnows(Ready.Link link) {
		CrmClient crm = new CrmClient(this.stack, "nordcykel");
		EventLog.Event event = new EventLog(this.stack, "insyn.contacts").await("contact.data-updated.v1",
				(found) -> link.contactId().equals(found.subject()));
		JsonNode values = crm.open(link.contactId(), event.json().get("sealed").asString());
		assertThat(values.get("phone").get("after").asString()).isEqualTo("+46701740605");
		assertThat(values.get("first-name").get("after").asString()).isEqualTo("Maj-Britt");

		new Mailbox(this.stack).await((mail) -> mail.mentions("Maj-Britt"));
		await("activity").until(() -> crm.ask("/api/activities?contact=" + link.contactId()).toString(),
				(activities) -> activities.contains(link.contactId()));
		String eventId = event.headers().get("ce_id");
		await("audit record").until(() -> crm.ask("/audit?contact=" + link.contactId()).toString(),
				(records) -> records.contains(String.valueOf(eventId)));
		assertThat(crm.ask("/audit/verify").toString()).contains("\"intact\":true");
	}

	@Test
	void aBrowserWithoutScriptIsServedJustAsWell() {
		Ready.Link link = this.stack.takeLink();
		try (Browser browser = Browser.open()) {
			Page page = browser.pageWithoutScript();
			page.navigate(link.url());
			page.click("button[type=submit]");
			page.fill("[name=last-name]", "Sjögren-Åkerlund");
			page.click("button[name=act][value=update]");
			assertThat(page.locator("main").innerText()).contains("Sjögren-Åkerlund");
		}
	}

	@Test
	void aContactWhoseDataIsRightSaysSo() {
		Ready.Link link = this.stack.takeLink();
		assertThat(Visit.begin(this.stack, link).confirm().statusCode()).isEqualTo(303);
		new EventLog(this.stack, "insyn.contacts").await("contact.data-confirmed.v1",
				(event) -> link.contactId().equals(event.subject()));
	}

}
