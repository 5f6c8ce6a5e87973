package dev.insyn.token.code;

import java.util.Locale;

/// What a code opens. One that was mailed for one purpose is none for another.
public enum Purpose {

	PORTAL, LINK;

	/// As it stands in events.
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
