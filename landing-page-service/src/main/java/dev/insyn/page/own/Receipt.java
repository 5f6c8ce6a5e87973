package dev.insyn.page.own;

import java.util.List;

import dev.insyn.page.contacts.Outcome;
import org.jspecify.annotations.Nullable;

/// What became of an update, kept a while for the confirmation page.
///
/// @param changes in canonical values
/// @param emailChange what became of the wish for another e-mail address, as contact-service says it, or [#CODE_LATER];
/// null without one
record Receipt(Kind kind, List<Outcome.FieldChange> changes, @Nullable String emailChange) {

	/// contact-service has not heard of the wish yet.
	static final String CODE_LATER = "code-later";

	private static final String LIMIT = "limit";

	/// A receipt of an update without such a wish.
	static Receipt of(Kind kind, List<Outcome.FieldChange> changes) {
		return new Receipt(kind, changes, null);
	}

	/// Whether a code is on its way that the contact enters next.
	boolean asksForCode() {
		return this.emailChange != null && !this.emailChange.equals(CODE_LATER) && !this.emailChange.equals(LIMIT);
	}

	@Override
	public String toString() {
		return "Receipt[" + this.kind + "]";
	}

	/// What became of it.
	enum Kind {

		UPDATED, CONFIRMED, RECEIVED,

		/// The e-mail address was changed by its code.
		EMAIL_CHANGED,

		/// The contact keeps its old address after all.
		EMAIL_KEPT;

		/// As the texts call it.
		String code() {
			return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
		}

	}

}
