package dev.insyn.notification;

import java.util.List;

import dev.insyn.events.ActivityCreated;
import dev.insyn.events.EmailFailed;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Who may see activities and mails, and what they see.
class NotificationScreensIT extends WholeService {

	@Test
	void letsOnlyClientsWithTheScopeRead() {
		assertThat(this.calls.status("/api/activities", null)).isEqualTo(401);
		assertThat(this.calls.status("/api/emails", this.tokens.contact("nordcykel", this.contact))).isEqualTo(403);
		assertThat(this.calls.status("/api/emails", this.tokens.client("nordcykel", "crm", "contacts.read")))
			.isEqualTo(403);
		assertThat(this.calls.status("/api/activities", this.tokens.client("nordcykel", "crm", "activities.read")))
			.isEqualTo(200);
	}

	@Test
	void usersSeeWhatThereIsToDoAndWhatBecameOfTheMails() {
		this.page.publish("nordcykel", KARIN);
		mailServer.becomes(OddMailServer.Mood.REFUSES_RECIPIENT);
		this.page.update("nordcykel", "phone");
		told(EmailFailed.TYPE, 1);
		told(ActivityCreated.TYPE, 1);
		Document activities = this.calls.screen("/admin/activities?contact=" + this.contact, 10);
		assertThat(activities.select("tbody tr").eachText()).singleElement().asString().contains("Karin ");
		String detail = activities.select(".row-link").attr("href");
		assertThat(this.calls.screen(detail, 10).select(".facts a").eachAttr("href")).contains(
				"/admin/contacts/" + this.contact, "/admin/pages/" + this.page.number(),
				"/admin/audit?contact=" + this.contact);
		Document emails = this.calls.screen("/admin/emails?status=failed&contact=" + this.contact, 10);
		assertThat(emails.select("tbody tr").eachText()).singleElement()
			.asString()
			.contains("Failed", "The recipient’s address was refused")
			.doesNotContain(KARIN);
		assertThat(this.calls.screen(emails.select(".row-link").attr("href"), 10).select(".notice").text())
			.contains("It was given up");
		assertThat(this.calls.screen("/admin/emails?status=sent&contact=" + this.contact, 10).select(".row-link"))
			.isEmpty();
	}

	/// Red without `@RequiredLevel`, and with a document read without its tenant.
	@Test
	void screensAskForALevelAndShowATenantItsOwn() {
		this.page.publish("nordcykel", KARIN);
		this.page.update("nordcykel", "phone");
		told(ActivityCreated.TYPE, 1);
		String detail = this.calls.screen("/admin/activities?contact=" + this.contact, 10)
			.select(".row-link")
			.attr("href");
		for (String path : List.of("/admin/activities", "/admin/emails", detail)) {
			assertThat(this.calls.status(path, this.tokens.user("nordcykel", "kim", 9))).as(path).isEqualTo(403);
		}
		assertThat(this.calls.status(detail, this.tokens.user("fjordbok", "kim", 99))).isEqualTo(404);
		assertThat(this.calls.status("/api/activities", this.tokens.user("nordcykel", "kim", 10))).isEqualTo(200);
	}

}
