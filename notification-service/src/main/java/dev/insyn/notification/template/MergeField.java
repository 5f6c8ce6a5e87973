package dev.insyn.notification.template;

import org.jspecify.annotations.Nullable;

/// A placeholder in a template's words.
///
/// @param name which field of its kind; of a [Kind#PAGE] the page's number
/// @param otherwise what stands there where there is no value; null for nothing given. Of a page, what the reader clicks
/// @param written as it stands in the template
record MergeField(Kind kind, String name, @Nullable String otherwise, String written) {

	/// Whose value it is.
	enum Kind {

		/// A field of the contact's, by its key in the field catalogue.
		CONTACT,

		/// The organisation that the contact belongs to.
		ORGANISATION,

		/// The user who sends the mail.
		USER,

		/// The tenant.
		COMPANY,

		/// A contact's own link to a landing page.
		PAGE

	}

	/// Whether a contact without the value can't be written to.
	boolean needsValue() {
		return this.otherwise == null && (this.kind == Kind.CONTACT || this.kind == Kind.ORGANISATION);
	}

	/// `contact.first-name`: what it is called in reports.
	String label() {
		return switch (this.kind) {
			case PAGE -> this.name;
			case CONTACT -> "contact." + this.name;
			case ORGANISATION -> "organisation." + this.name;
			case USER -> "user." + this.name;
			case COMPANY -> "company." + this.name;
		};
	}

}
