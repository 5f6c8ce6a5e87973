package dev.insyn.token.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// Why somebody was not let in.
public enum RefusalReason {

	WRONG_CREDENTIALS, LOCKED,

	/// The provider tells no permission level that is known here.
	NO_LEVEL,

	/// The provider tells no tenant that is served here.
	UNKNOWN_TENANT,

	/// The provider itself said no.
	PROVIDER_REFUSED,

	/// The provider does not answer; nobody was refused, so it is not told.
	PROVIDER_AWAY,

	/// What came from the provider, or was made to look so, does not fit what was asked.
	INVALID_ANSWER;

	/// As it stands in events and addresses.
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/// Empty if it is none.
	static Optional<RefusalReason> of(@Nullable String word) {
		return Arrays.stream(values()).filter((reason) -> reason.word().equals(word)).findFirst();
	}

}
