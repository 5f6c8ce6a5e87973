package dev.insyn.token.session;

import java.util.Locale;

/// How a user proves who it is.
public enum SignInWay {

	PASSWORD, OIDC;

	/// As it stands in events.
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
