package dev.insyn.notification;

import java.util.Locale;

/// What a mail is for.
enum EmailKind {

	/// Tells a user that a contact used a page.
	PAGE_USED,

	/// Brings a contact the code for its new e-mail address.
	EMAIL_CODE,

	/// Tells the old address that there is a new one.
	EMAIL_CHANGED,

	/// Brings a contact the code for its portal or its page.
	ACCESS_CODE,

	/// Brings a contact the fresh link that it asked for.
	FRESH_LINK,

	/// Tells a contact that its portal has another way in.
	ACCESS_ADDED,

	/// Tells a user which of its activities are due.
	ACTIVITY_DIGEST;

	/// As events and answers say it: `page-used`.
	String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
