package dev.insyn.token.link;

import java.util.Locale;

/// How a link stands.
enum LinkState {

	WORKS, EXPIRED, REVOKED,

	/// Works again when its page is published anew.
	PAGE_ARCHIVED;

	/// As answers and texts say it: `page-archived`.
	String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
