package dev.insyn.notification;

import java.util.List;
import java.util.UUID;

import dev.insyn.events.ActivityCreated;
import dev.insyn.events.EmailFailed;
import dev.insyn.events.EmailSent;
import dev.insyn.events.Origin;
import dev.insyn.testing.Received;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A contact uses a page, and its users are told: each once, and nobody else.
class TellingUsersIT extends WholeService {

	@Test
	void tellsEachUserAndCreatesTheActivity() {
		this.page.publish("nordcykel", KARIN, LI);
		String cause = this.page.update("nordcykel", "phone", "email");
		assertThat(sent(2)).allSatisfy((event) -> {
			EmailSent body = this.json.readValue(event.body(), EmailSent.class);
			assertThat(body.contact()).isEqualTo(this.contact);
			assertThat(body.page()).isEqualTo(this.page.number());
			assertThat(body.cause()).isEqualTo(cause);
		});
		ActivityCreated activity = this.json.readValue(told(ActivityCreated.TYPE, 1).getFirst().body(),
				ActivityCreated.class);
		assertThat(activity.assignee()).isEqualTo("karin");
		assertThat(activity.due()).isEqualTo("2026-11-27");
		assertThat(mails(2)).anyMatch((mail) -> mail.contains("To: " + KARIN))
			.anyMatch((mail) -> mail.contains("To: " + LI));
	}

	/// Red when ids are random instead of [StableId]s.
	@Test
	void sendsOneMailForAnEventThatComesThreeTimes() {
		this.page.publish("nordcykel", KARIN);
		String id = UUID.randomUUID().toString();
		for (int i = 0; i < 3; i++) {
			this.page.update("nordcykel", id, List.of("phone"));
		}
		this.page.update("nordcykel", "email");
		sent(2);
		told(ActivityCreated.TYPE, 2);
		mails(2);
	}

	@Test
	void tellsNobodyOfAContactThatIsGone() {
		this.page.publish("nordcykel", KARIN);
		String gone = "contact-that-is-gone-" + this.page.number();
		this.page.update("nordcykel", UUID.randomUUID().toString(), gone, this.page.origin(), List.of("phone"));
		Received failed = this.recording
			.await((event) -> event.type().equals(EmailFailed.TYPE) && event.body().contains(gone));
		assertThat(this.json.readValue(failed.body(), EmailFailed.class).reason()).isEqualTo("contact-gone");
	}

	@Test
	void tellsNobodyOfACrmSystemsOwnChange() {
		this.page.publish("nordcykel", KARIN);
		this.page.update("nordcykel", UUID.randomUUID().toString(), this.contact, Origin.crm("webcrm"),
				List.of("phone"));
		this.page.update("nordcykel", "email");
		sent(1);
		mails(1);
	}

	/// Rules and uses come on different topics: the use may be first.
	@Test
	void waitsForThePagesRules() {
		this.page.update("nordcykel", "phone");
		this.page.publish("nordcykel", KARIN);
		sent(1);
	}

	@Test
	void keepsTheNewerRulesWhenPublishingsComeInDisorder() {
		this.page.publish("nordcykel", 5, LI);
		this.page.publish("nordcykel", 4, KARIN);
		this.page.update("nordcykel", "phone");
		sent(1);
		assertThat(mails(1)).singleElement().asString().contains("To: " + LI);
	}

	@Test
	void keepsTenantsApart() {
		this.page.publish("nordcykel", KARIN);
		this.page.publish("fjordbok", "kari@fjordbok.example");
		this.page.update("fjordbok", "phone");
		sent(1);
		assertThat(mails(1)).singleElement().asString().contains("To: kari@fjordbok.example").contains("Fjordbok AS");
		assertThat(emails("fjordbok")).hasSize(1);
		assertThat(emails("nordcykel")).isEmpty();
		assertThat(activities("nordcykel")).isEmpty();
	}

	@Test
	void storesNeitherAddressNorNameWithAMail() {
		this.page.publish("nordcykel", KARIN);
		this.page.update("nordcykel", "phone");
		sent(1);
		assertThat(stored("emails")).isNotEmpty()
			.allSatisfy((document) -> assertThat(document).doesNotContain("@", "Lindqvist", "Anna"));
	}

}
