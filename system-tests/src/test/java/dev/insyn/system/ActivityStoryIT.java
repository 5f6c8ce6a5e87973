package dev.insyn.system;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// What a contact's update asks its company to do: planned, told in the morning's mail, done in the console, and ticked
/// off in the CRM's own task list, which knows nothing but the events.
@ExtendWith(StackExtension.class)
@Order(13)
class ActivityStoryIT {

	private static final String TO_DO = "Gå igenom ändrade kunduppgifter";

	private final Stack stack;

	ActivityStoryIT(Stack stack) {
		this.stack = stack;
	}

	@Test
	void whatAnUpdateAsksForIsPlannedToldDoneAndTickedOff() {
		Ready.Link contact = this.stack.takeLink();
		Ready.User johan = this.stack.ready().user("nordcykel", 50);
		LocalDate yesterday = LocalDate.now(ZoneId.of("Europe/Stockholm")).minusDays(1);
		assertThat(Visit.begin(this.stack, contact).update(Map.of("title", "Inköpschef")).statusCode()).isEqualTo(303);
		assertThat(task(contact, (task) -> task.get("doneAt").isNull()).get("page").asString())
			.isEqualTo(contact.page());

		try (Browser browser = Browser.open()) {
			Page page = browser.page(1280, ColorScheme.LIGHT, "sv-SE");
			page.navigate(this.stack.gateway("/admin/activities?state=open&contact=" + contact.contactId()).toString());
			page.fill("[name=email]", johan.email());
			page.fill("[name=password]", johan.password());
			page.click("main button[type=submit]");
			page.click(".row-link");
			page.selectOption("[name=assignee]", johan.email());
			page.fill("[name=due]", yesterday.toString());
			page.click("form#plan button[type=submit]");
			task(contact, (task) -> task.get("assignee").asString().equals(johan.email())
					&& task.get("due").asString().equals(yesterday.toString()));

			page.navigate(this.stack.gateway("/admin/activities/digest").toString());
			page.check("[name=on]");
			page.click("form#digest button[type=submit]");
			Mailbox.Mail mail = new Mailbox(this.stack)
				.await((found) -> String.valueOf(found.to()).contains(johan.email()) && found.mentions(TO_DO));
			assertThat(mail.mentions(contact.name()) || mail.mentions(contact.email())).as("whom it is about")
				.isFalse();
			String mine = "/admin/activities?mine=mine&state=open";
			assertThat(String.valueOf(mail.text())).contains(this.stack.gateway(mine).toString());

			page.navigate(this.stack.gateway(mine).toString());
			page.click(".row-link:has-text(\"%s\")".formatted(TO_DO));
			page.fill("[name=text]", "Ringde, allt stämmer.");
			page.click("form#comment button[type=submit]");
			page.waitForSelector("main >> text=Ringde, allt stämmer.");
			page.click("button:has-text(\"Markera som klar\")");
			page.waitForSelector("button:has-text(\"Öppna igen\")");
		}
		JsonNode done = task(contact, (task) -> !task.get("doneAt").isNull());
		assertThat(done.get("doneBy").asString()).startsWith("user:");
		assertThat(done.toString()).as("what users write stays here").doesNotContain("Ringde");
	}

	/// The contact's task in the demo CRM's list, once it is as it should be.
	private JsonNode task(Ready.Link contact, Predicate<JsonNode> wanted) {
		HttpRequest.Builder list = HttpRequest.newBuilder(URI.create(this.stack.ready().mail() + "/api/tasks"));
		return Awaitility.await("the CRM's task")
			.atMost(Duration.ofSeconds(30))
			.pollInterval(Duration.ofMillis(300))
			.until(() -> StreamSupport
				.stream(this.stack.json().readTree(this.stack.send(list).body()).spliterator(), false)
				.filter((task) -> task.get("contact").asString().equals(contact.contactId()))
				.filter(wanted)
				.findFirst()
				.orElse(null), (found) -> found != null);
	}

}
