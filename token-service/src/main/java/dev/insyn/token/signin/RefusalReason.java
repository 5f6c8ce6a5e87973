package dev.insyn.token.signin;

import java.util.Locale;

/// Why somebody was not let in.
public enum RefusalReason {

	WRONG_CREDENTIALS, LOCKED,

	/// The provider tells no permission level that is known here.
	NO_LEVEL,

	/// The provider tells no tenant that is served here.
	UNKNOWN_TENANT,

	/// The provider itself said no.
	PROVIDER_REFUSED,

	/// What came from the provider, or was made to look so, does not fit what was asked.
	INVALID_ANSWER;

	/// As it stands in events.
	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
