package dev.insyn.token.signin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What a user has typed, and what is wrong with it. The password is not kept for the answer.
///
/// @param errors by field, the key of a text
/// @param news what happened before, null if nothing
/// @param locked how long no password is looked at for this address, zero if one is
record SignInForm(ConsoleAddress to, String email, Map<String, String> errors, @Nullable News news, Duration locked) {

	static final String EMAIL = "email";

	static final String PASSWORD = "password";

	/// More than any address or password has; it costs nothing to refuse.
	private static final int LONGEST = 254;

	static SignInForm empty(ConsoleAddress to) {
		return new SignInForm(to, "", Map.of(), null, Duration.ZERO);
	}

	static SignInForm filled(ConsoleAddress to, String email, String password) {
		Map<String, String> errors = new LinkedHashMap<>();
		if (email.isBlank()) {
			errors.put(EMAIL, "sign-in.email.missing");
		}
		else if (!email.contains("@") || email.length() > LONGEST) {
			errors.put(EMAIL, "sign-in.email.odd");
		}
		if (password.isEmpty()) {
			errors.put(PASSWORD, "sign-in.password.missing");
		}
		else if (password.length() > LONGEST) {
			errors.put(PASSWORD, "sign-in.wrong");
		}
		return new SignInForm(to, (email.length() > LONGEST) ? "" : email.strip(), errors, null, Duration.ZERO);
	}

	/// @param provider at which one may still be signed in; empty if there is none
	SignInForm afterSigningOut(String provider) {
		return new SignInForm(this.to, this.email, this.errors, new News(null, provider), Duration.ZERO);
	}

	SignInForm afterRefusal(RefusalReason reason) {
		return new SignInForm(this.to, this.email, this.errors, new News(reason, ""), Duration.ZERO);
	}

	SignInForm refused() {
		return new SignInForm(this.to, this.email, Map.of(PASSWORD, "sign-in.wrong"), null, Duration.ZERO);
	}

	/// The same for an address that nobody has.
	SignInForm locked(Duration wait) {
		return new SignInForm(this.to, this.email, Map.of(PASSWORD, "sign-in.locked"), null, wait);
	}

	boolean hasErrors() {
		return !this.errors.isEmpty();
	}

	/// What happened just before.
	///
	/// @param refused why one was not let in; null if one signed out
	/// @param provider at which one may still be signed in after signing out; empty if
	/// there is none
	record News(@Nullable RefusalReason refused, String provider) {
	}

	/// Without what was typed.
	@Override
	public String toString() {
		return "SignInForm[" + this.errors + "]";
	}

}
