package dev.insyn.token.code;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A question that a mailed code answers. It is the same whether or not anybody gets the code: who asks learns nothing.
///
/// @param page of a link
/// @param language in which whoever asked reads
/// @param contacts who the right code may stand for; none as long as nobody was found, so that no code is right
/// @param wrong how many wrong codes were entered
/// @param entered when the right one was
record AccessCode(Purpose purpose, @Nullable String page, String language, Instant asked, Instant expires,
		List<String> contacts, int wrong, @Nullable Instant entered) {

	/// Within this time the code that was right is right again: clicked twice is one
	/// sign-in.
	private static final Duration DOUBLE_CLICK = Duration.ofSeconds(10);

	AccessCode {
		contacts = List.copyOf(contacts);
	}

	static AccessCode asked(Purpose purpose, @Nullable String page, String language, Instant now, Duration lifetime) {
		return new AccessCode(purpose, page, language, now, now.plus(lifetime), List.of(), 0, null);
	}

	AccessCode sentTo(List<String> known) {
		return new AccessCode(this.purpose, this.page, this.language, this.asked, this.expires, known, this.wrong,
				this.entered);
	}

	/// Whether a mail with the code still makes sense.
	boolean isOpen(Instant now, int tries) {
		return now.isBefore(this.expires) && this.wrong < tries && this.entered == null;
	}

	/// @param same whether the digits are the right ones
	Entering enter(boolean same, Instant now, int tries) {
		if (!now.isBefore(this.expires) || (this.entered != null && this.entered.plus(DOUBLE_CLICK).isBefore(now))) {
			return new Entering(this, Entered.EXPIRED);
		}
		if (this.wrong >= tries) {
			return new Entering(this, Entered.TOO_MANY_TRIES);
		}
		if (same && !this.contacts.isEmpty()) {
			return new Entering(this.entered(now), Entered.RIGHT);
		}
		AccessCode tried = new AccessCode(this.purpose, this.page, this.language, this.asked, this.expires,
				this.contacts, this.wrong + 1, this.entered);
		return new Entering(tried, (tried.wrong < tries) ? Entered.WRONG : Entered.TOO_MANY_TRIES);
	}

	/// What it was for has begun; only a second press of the same click still counts.
	AccessCode closed(Instant now) {
		Instant end = now.plus(DOUBLE_CLICK);
		return new AccessCode(this.purpose, this.page, this.language, this.asked,
				end.isBefore(this.expires) ? end : this.expires, this.contacts, this.wrong,
				(this.entered != null) ? this.entered : now);
	}

	private AccessCode entered(Instant now) {
		return new AccessCode(this.purpose, this.page, this.language, this.asked, this.expires, this.contacts,
				this.wrong, (this.entered != null) ? this.entered : now);
	}

	/// What became of a code that was entered.
	record Entering(AccessCode after, Entered outcome) {
	}

}
