package dev.insyn.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.insyn.events.ContactEmailChangeRequested;
import dev.insyn.events.ContactEmailChanged;
import dev.insyn.events.EmailFailed;
import dev.insyn.events.EmailSent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A contact changes its address: the code goes to the new one, the notice to the old.
class MailsOfAddressChangesIT extends WholeService {

	/// Story: the code goes to the new address, the notice to the old one, each once, and
	/// what is over is not mailed. Red when the change's id is not what tells mails
	/// apart.
	@Test
	void mailsAContactItsCodeAndTellsTheOldAddress() {
		String fresh = this.contact + "@ny.example";
		contactService.mails(this.contact, "change-1", "code", "{\"address\":\"" + fresh
				+ "\",\"code\":\"048151\",\"expires\":\"2026-11-20T22:40:00Z\",\"language\":\"fi\"}");
		contactService.mails(this.contact, "change-1", "notice", "{\"address\":\"" + this.contact
				+ "@gammal.example\",\"at\":\"2026-11-20T22:40:00Z\",\"language\":\"\"}");
		String requested = UUID.randomUUID().toString();
		for (int i = 0; i < 2; i++) {
			this.page.tell(requested, ContactEmailChangeRequested.TYPE, new ContactEmailChangeRequested(this.contact,
					"change-1", Instant.now(), Instant.now(), this.page.origin()));
		}
		this.page.tell(UUID.randomUUID().toString(), ContactEmailChanged.TYPE,
				new ContactEmailChanged(this.contact, "change-1", Instant.now(), this.page.origin()));
		this.page.tell(UUID.randomUUID().toString(), ContactEmailChangeRequested.TYPE, new ContactEmailChangeRequested(
				this.contact, "change-over", Instant.now(), Instant.now(), this.page.origin()));
		assertThat(sent(2)).extracting((event) -> this.json.readValue(event.body(), EmailSent.class).kind())
			.containsExactlyInAnyOrder("email-code", "email-changed");
		assertThat(this.json.readValue(told(EmailFailed.TYPE, 1).getFirst().body(), EmailFailed.class).reason())
			.isEqualTo("no-longer-wanted");
		List<String> mails = Mails.all(mailServer)
			.stream()
			.filter((mail) -> mail.contains("To: " + this.contact))
			.toList();
		assertThat(mails).hasSize(2)
			.anySatisfy((mail) -> assertThat(mail).contains("To: " + fresh, "048 151", "Vahvista"))
			.anySatisfy((mail) -> assertThat(mail).contains("@gammal.example", "Var det inte du?"));
	}

}
