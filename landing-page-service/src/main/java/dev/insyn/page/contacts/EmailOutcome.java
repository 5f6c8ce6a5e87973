package dev.insyn.page.contacts;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/// What contact-service said to a code for another e-mail address, or to the wish for a new one.
///
/// @param triesLeft how many wrong codes may still be entered
/// @param change the address before and after, where a code was right
public record EmailOutcome(Kind kind, int triesLeft, Outcome.@Nullable FieldChange change) {

	private static final String PREFIX = "email-code-";

	static EmailOutcome of(Kind kind) {
		return new EmailOutcome(kind, 0, null);
	}

	/// @param reason such as `email-code-too-many-tries`
	static Kind kind(String reason) {
		return Arrays.stream(Kind.values())
			.filter((kind) -> reason.equals(PREFIX + kind.code()))
			.findFirst()
			.orElse(Kind.REFUSED);
	}

	/// What became of it.
	public enum Kind {

		DONE, WRONG, TOO_MANY_TRIES, EXPIRED, CHANGED_ELSEWHERE, NOTHING_ASKED, LIMIT, TOO_SOON,

		/// For a reason that is not known here.
		REFUSED;

		/// As answers and texts say it: `too-many-tries`.
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
