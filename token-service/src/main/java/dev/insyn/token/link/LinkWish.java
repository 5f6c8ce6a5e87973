package dev.insyn.token.link;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

import dev.insyn.platform.errors.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/// What links to issue: to one page, one for each contact.
///
/// @param mailing that brings them, if one does
record LinkWish(String page, List<String> contacts, @Nullable String mailing) {

	static final Pattern PAGE = Pattern.compile("[A-Za-z0-9-]{1,40}");

	static final Pattern CONTACT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

	private static final Pattern MAILING = CONTACT;

	/// @return the contacts, each once
	@SuppressWarnings("ConstantValue") // from JSON, where anything may be missing
	LinkedHashSet<String> checked(int most) {
		if (this.page == null || !PAGE.matcher(this.page).matches()) {
			throw invalid("page");
		}
		if (this.contacts == null || this.contacts.isEmpty() || this.contacts.size() > most || this.contacts.stream()
			.anyMatch((contact) -> contact == null || !CONTACT.matcher(contact).matches())) {
			throw invalid("contacts");
		}
		if (this.mailing != null && !MAILING.matcher(this.mailing).matches()) {
			throw invalid("mailing");
		}
		return new LinkedHashSet<>(this.contacts);
	}

	IssuingLinks.Purpose purpose() {
		return new IssuingLinks.Purpose(this.page, this.mailing);
	}

	private static Problem invalid(String member) {
		return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:invalid-request",
				"Expected {\"page\":\"P05\",\"contacts\":[\"…\"]}, and perhaps a mailing's id")
			.with("member", member);
	}

}
