package dev.insyn.contact;

import java.util.Optional;
import java.util.regex.Pattern;

/// A contact's id within its tenant: 26 characters of RFC 4648 base32 in lower case (130 bits), so nobody guesses one.
public record ContactId(String value) {

	private static final Pattern FORM = Pattern.compile("[a-z2-7]{26}");

	public ContactId {
		if (!FORM.matcher(value).matches()) {
			throw new IllegalArgumentException("Not a contact id");
		}
	}

	/// What a path says; empty for anything that can't be an id.
	public static Optional<ContactId> parse(String text) {
		return FORM.matcher(text).matches() ? Optional.of(new ContactId(text)) : Optional.empty();
	}

	@Override
	public String toString() {
		return this.value;
	}

}
