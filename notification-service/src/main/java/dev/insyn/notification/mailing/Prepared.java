package dev.insyn.notification.mailing;

import java.util.Locale;

import dev.insyn.notification.Letter;
import org.jspecify.annotations.Nullable;

/// A contact's mail, written and ready to be handed over, or why there is none.
///
/// @param letter null where the contact gets none
/// @param reason why not
/// @param detail more about it: the fields without a value
record Prepared(String contact, @Nullable Letter letter, @Nullable String reason, @Nullable String detail) {

	static final String NO_VALUE = "no-value";

	static Prepared leftOut(String contact, String reason, @Nullable String detail) {
		return new Prepared(contact, null, reason, detail);
	}

	/// The receiving domain, in lower case.
	String domain() {
		String address = (this.letter != null) ? this.letter.address() : "";
		return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
	}

	@Override
	public String toString() {
		return "Prepared[" + this.contact + "]";
	}

}
