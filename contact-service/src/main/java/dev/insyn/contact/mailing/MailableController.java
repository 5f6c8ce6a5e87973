package dev.insyn.contact.mailing;

import java.util.List;
import java.util.Objects;

import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.ClientCaller;
import dev.insyn.platform.security.RequiredScope;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The question that a mailing asks at the last moment, some hundred contacts at a time.
@RestController
class MailableController {

	private static final int MOST = 500;

	private static final int MOST_FIELDS = 100;

	private final MailableContacts contacts;

	MailableController(MailableContacts contacts) {
		this.contacts = contacts;
	}

	@PostMapping("/api/contacts/mailable")
	@RequiredScope("contacts.mailing")
	ResponseEntity<Answer> mailable(@RequestBody Question asked, ClientCaller caller) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(new Answer(this.contacts.of(caller.tenant(), asked.ids(), asked.keys(), asked.mailKind())));
	}

	/// Who is to be mailed, and with what.
	///
	/// @param contacts at most 500 ids
	/// @param fields at most 100 keys
	record Question(@Nullable List<String> contacts, @Nullable List<String> fields, @Nullable MailKind kind) {

		private List<String> ids() {
			List<String> ids = (this.contacts != null) ? this.contacts : List.of();
			check(ids.size() <= MOST && ids.stream().allMatch(Objects::nonNull), "At most 500 contacts are asked for");
			return ids;
		}

		private List<String> keys() {
			List<String> keys = (this.fields != null) ? this.fields : List.of();
			check(keys.size() <= MOST_FIELDS && keys.stream().allMatch(Objects::nonNull),
					"At most 100 fields are asked for");
			return keys;
		}

		/// Nothing said is marketing, for which more is asked.
		private MailKind mailKind() {
			return (this.kind != null) ? this.kind : MailKind.MARKETING;
		}

		private static void check(boolean fits, String detail) {
			if (!fits) {
				throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:invalid-question", detail);
			}
		}

	}

	/// The answers, in the order of the question.
	record Answer(List<MailableContacts.Mailable> contacts) {

		@Override
		public String toString() {
			return "Answer[" + this.contacts.size() + "]";
		}

	}

}
