package dev.insyn.contact.mailing;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.insyn.contact.Contact;
import org.jspecify.annotations.Nullable;

/// Why a contact is not mailed.
enum Refusal {

	/// There is no such contact, or not any more.
	GONE,

	/// Its data may only be kept (GDPR Art. 18).
	RESTRICTED,

	/// It objected to marketing (GDPR Art. 21).
	OBJECTED,

	NO_ADDRESS;

	/// The strongest reason against; null if there is none.
	static @Nullable Refusal of(@Nullable Contact contact, MailKind kind) {
		if (contact == null) {
			return GONE;
		}
		if (contact.standing().restricted()) {
			return RESTRICTED;
		}
		if (kind == MailKind.MARKETING && contact.standing().objected()) {
			return OBJECTED;
		}
		return (contact.value(Contact.EMAIL) == null) ? NO_ADDRESS : null;
	}

	@JsonValue
	String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
