package dev.insyn.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

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
			String mailing = send(page, chooseByHand(page, List.of(answering, silent)));
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

	/// The way of a marketing user from nothing to an answer: no id typed, nothing
	/// stubbed.
	@Test
	void aSegmentOfFiveHundredIsMailedAndOneOfThemShowsAsUpdated() {
		Ready.Link answering = this.stack.takeLink();
		try (Browser browser = Browser.open()) {
			Page page = browser.page(1280, ColorScheme.LIGHT, "sv-SE");
			writeTemplate(page, "nordcykel");
			String segment = "Kunder i Sverige " + UUID.randomUUID().toString().substring(0, 8);
			long contacts = buildSegment(page, segment);

			String mailing = mail(page, segment);
			Awaitility.await()
				.atMost(Duration.ofMinutes(3))
				.pollInterval(Duration.ofSeconds(1))
				.untilAsserted(() -> assertThat(
						results(page, mailing).path("sent").asLong() + results(page, mailing).path("leftOut").asLong())
					.isGreaterThanOrEqualTo(contacts));
			assertThat(results(page, mailing).path("sent").asLong()).isGreaterThanOrEqualTo(500);
			answer(answering, "nordcykel");
			Awaitility.await().untilAsserted(() -> {
				page.navigate(mailing + "/recipients?state=updated");
				assertThat(page.locator("tbody tr")).containsText(answering.name());
			});
			assertThat(results(page, mailing).path("updated").asLong()).isEqualTo(1);
		}
	}

	/// @return how many it says there are; the demo's CRM brings most of its contacts
	/// when
	/// the first are there
	private long buildSegment(Page page, String name) {
		long contacts = Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.until(() -> countThoseInSweden(page, name), (count) -> count >= 500);
		page.click("[name=act][value=save]");
		assertThat(page).hasURL(Pattern.compile(".*/admin/segments/[a-z2-7]{20}.*"));
		return contacts;
	}

	private long countThoseInSweden(Page page, String name) {
		page.navigate(this.stack.gateway("/admin/segments/new/filter").toString());
		page.fill("[name=name]", name);
		page.selectOption("[name='p0.field']", "country");
		page.selectOption("[name='p0.value']", "SE");
		Locator figure = page.locator("#count:not([data-patient='true']) .count-figure");
		assertThat(figure).containsText(Pattern.compile("^\\s*\\d+ "));
		return Long.parseLong(figure.textContent().replaceAll("\\D", ""));
	}

	/// @return the address of the mailing
	private String mail(Page page, String segment) {
		page.navigate(this.stack.gateway("/admin/mailings/new").toString());
		page.selectOption("[name=template]", new SelectOption().setLabel("Se over"));
		String option = page.locator("[name=segment] option")
			.filter(new Locator.FilterOptions().setHasText(segment))
			.getAttribute("value");
		page.selectOption("[name=segment]", option);
		page.click("form#mailing button[type=submit]");
		assertThat(page).hasURL(Pattern.compile(".*/admin/mailings/[a-z0-9]{20}.*"));
		String address = page.url().replaceFirst("\\?.*", "");
		page.locator("[data-dialog=send], a[href$='/send'], button[data-opens=send]").first().click();
		page.locator("dialog[open] button[type=submit]").last().click();
		return address;
	}

	private JsonNode results(Page page, String mailing) {
		return json(page, mailing.replaceFirst(".*/admin/", "/api/")).path("results");
	}

	private JsonNode json(Page page, String path) {
		return this.stack.json().readTree(page.request().get(this.stack.gateway(path).toString()).body());
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

	/// Finds each by what a user knows of them, and ticks them.
	/// @return the segment's name
	private String chooseByHand(Page page, List<Ready.Link> contacts) {
		String name = "Två för hand " + UUID.randomUUID().toString().substring(0, 8);
		page.navigate(this.stack.gateway("/admin/segments/new/hand").toString());
		page.fill("[name=name]", name);
		page.click("form#segment button[type=submit]");
		for (Ready.Link contact : contacts) {
			page.waitForResponse((response) -> response.url().endsWith("/add") && response.ok(),
					() -> page.fill("main input[type=search]", contact.email()));
			Locator box = page.locator("#found tbody input[type=checkbox][value='%s']".formatted(contact.contactId()));
			assertThat(box).hasCount(1);
			box.check();
			page.waitForResponse((response) -> response.url().contains("done=segment-put") && response.ok(),
					() -> page.click("#found-bulk button"));
		}
		return name;
	}

	/// @return the address of the mailing
	private String send(Page page, String segment) {
		String address = mail(page, segment);
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
