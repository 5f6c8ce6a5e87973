package dev.insyn.notification.template;

import java.util.Locale;

/// Something in a template that has to be mended before it is sent.
///
/// @param language whose words; empty for the template as a whole
/// @param part `subject`, `preheader`, `body`, or empty
/// @param subject what it is about: a field, a page, a word
public record Finding(Code code, String language, String part, String subject) {

	/// What is wrong.
	public enum Code {

		/// There are no words in any language.
		NO_WORDS,

		/// Words in this language lack the subject or the body.
		MISSING,

		/// What looks like a merge field and is none.
		NOT_UNDERSTOOD,

		/// No such field in the field catalogue.
		UNKNOWN_FIELD,

		/// No such page, or never published.
		UNKNOWN_PAGE,

		/// Links to the page don't work.
		ARCHIVED_PAGE,

		/// A page's link where there are no links.
		PAGE_OUTSIDE_BODY,

		/// A merge field in a link's address.
		FIELD_IN_ADDRESS;

		/// As JSON and texts say it.
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
