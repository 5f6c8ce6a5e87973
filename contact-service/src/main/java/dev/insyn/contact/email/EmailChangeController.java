package dev.insyn.contact.email;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.insyn.contact.ContactId;
import dev.insyn.contact.EmailChanges;
import dev.insyn.contact.EmailChanges.Asked;
import dev.insyn.contact.EmailChanges.Entered;
import dev.insyn.contact.NoSuchContact;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A contact's own way to another e-mail address, once its update has asked for one. From the portal it says which page it
/// is at (`page`). No answer depends on whether
/// anybody else has the address.
@RestController
@RequestMapping("/contacts/{id}/email-change")
class EmailChangeController {

	private final ChangingEmail changing;

	EmailChangeController(ChangingEmail changing) {
		this.changing = changing;
	}

	/// @throws Problem 409 `email-code-…` if the code is not right or comes too late;
	/// with `triesLeft`
	@PostMapping("/code")
	Changed enter(@PathVariable String id, @RequestBody Typed body,
			@RequestParam(required = false) @Nullable String page, Caller caller) {
		AtPage at = AtPage.of(caller, page);
		ChangingEmail.Result result = this.changing.enter(at, own(id, at), Objects.requireNonNullElse(body.code(), ""));
		if (result.outcome() != Entered.RIGHT) {
			throw refused(result.outcome(), result.triesLeft());
		}
		return new Changed(Objects.requireNonNull(result.change()).before(), result.change().after());
	}

	/// @throws Problem 409 `email-code-…` if none is sent
	@PostMapping("/resend")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void askAgain(@PathVariable String id, @RequestParam(required = false) @Nullable String page, Caller caller) {
		AtPage at = AtPage.of(caller, page);
		Asked asked = this.changing.askAgain(at, own(id, at));
		if (asked != Asked.CODE_SENT) {
			throw refused(asked, 0);
		}
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void withdraw(@PathVariable String id, @RequestParam(required = false) @Nullable String page, Caller caller) {
		AtPage at = AtPage.of(caller, page);
		this.changing.withdraw(at, own(id, at));
	}

	private static ContactId own(String id, AtPage at) {
		return ContactId.parse(id).filter((own) -> own.value().equals(at.contact())).orElseThrow(NoSuchContact::new);
	}

	private static Problem refused(Enum<?> outcome, int triesLeft) {
		return new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:email-code-" + EmailChanges.code(outcome),
				"The e-mail address stays as it is")
			.with("triesLeft", triesLeft);
	}

	/// What was typed.
	record Typed(@Nullable String code) {

		@Override
		public String toString() {
			return "Typed[]";
		}

	}

	/// The address before and now.
	@JsonInclude(JsonInclude.Include.ALWAYS)
	record Changed(@Nullable Object before, @Nullable Object after) {

		@Override
		public String toString() {
			return "Changed[]";
		}

	}

}
