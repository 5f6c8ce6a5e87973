package dev.insyn.contact.email;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import dev.insyn.contact.Contact;
import dev.insyn.contact.ContactId;
import dev.insyn.contact.Contacts;
import dev.insyn.contact.NoSuchContact;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.ClientCaller;
import dev.insyn.platform.security.RequiredScope;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What notification-service needs when it writes the mails of an address change, so that neither address nor code waits
/// in its queue. What is over is 404: then there is nothing to mail.
@RestController
@RequestMapping("/contacts/{id}/email-changes/{change}")
@RequiredScope("contacts.email-changes")
class EmailMailController {

	private final Contacts contacts;

	private final EmailCodes codes;

	private final Clock clock;

	EmailMailController(Contacts contacts, EmailCodes codes, Clock clock) {
		this.contacts = contacts;
		this.codes = codes;
		this.clock = clock;
	}

	/// The code, for the new address.
	@GetMapping("/code")
	ResponseEntity<Code> code(@PathVariable String id, @PathVariable String change, ClientCaller caller) {
		Contact contact = contact(id, caller);
		return answer(Optional.ofNullable(contact.emailChanges().pending())
			.filter((pending) -> pending.id().equals(change) && pending.isOpen(this.clock.instant()))
			.map((pending) -> new Code(pending.address(), this.codes.code(caller.tenant(), id, change),
					pending.expires(), language(pending.language(), contact))));
	}

	/// That the address was changed, for the old one.
	@GetMapping("/notice")
	ResponseEntity<Notice> notice(@PathVariable String id, @PathVariable String change, ClientCaller caller) {
		Contact contact = contact(id, caller);
		return answer(contact.emailChanges()
			.notice(change, this.clock.instant())
			.filter((notice) -> notice.before() != null)
			.map((notice) -> new Notice(String.valueOf(notice.before()), notice.at(),
					language(notice.language(), contact))));
	}

	private Contact contact(String id, ClientCaller caller) {
		return this.contacts.get(caller.tenant(), ContactId.parse(id).orElseThrow(NoSuchContact::new)).contact();
	}

	private static String language(String asked, Contact contact) {
		return asked.isEmpty() ? String.valueOf(Optional.ofNullable(contact.value("language")).orElse("")) : asked;
	}

	private static <T> ResponseEntity<T> answer(Optional<T> mail) {
		return mail.map((known) -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(known))
			.orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "urn:insyn:problem:no-such-email-change",
					"There is nothing to mail, or not any more"));
	}

	/// @param language empty if the contact's is not known
	record Code(String address, String code, Instant expires, String language) {

		@Override
		public String toString() {
			return "Code[]";
		}

	}

	/// @param address the old one
	/// @param language empty if the contact's is not known
	record Notice(String address, Instant at, String language) {

		@Override
		public String toString() {
			return "Notice[]";
		}

	}

}
