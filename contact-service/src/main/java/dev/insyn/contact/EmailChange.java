package dev.insyn.contact;

import java.time.Duration;
import java.time.Instant;

/// A contact's wish for another e-mail address, waiting for the code that was sent there. The code rests nowhere: it is
/// made of the tenant's key and the wish's id, for the mail as for the check.
///
/// @param id random, and another one for each code
/// @param fieldVersion the version of the address that it is to replace; 0 for none
/// @param wrong how many wrong codes were entered
/// @param language in which the contact asked
public record EmailChange(String id, String address, long fieldVersion, Instant at, int wrong, String language) {

	/// How long a code works.
	public static final Duration LIFETIME = Duration.ofMinutes(10);

	/// How many wrong codes may be entered.
	public static final int TRIES = 5;

	/// How long the contact is told that it once asked.
	private static final Duration REMEMBERED = Duration.ofDays(1);

	static EmailChange asked(EmailAsking asking, String address, long fieldVersion) {
		return new EmailChange(asking.id(), address, fieldVersion, asking.now(), 0, asking.language());
	}

	/// Until when its code works.
	public Instant expires() {
		return this.at.plus(LIFETIME);
	}

	public int triesLeft() {
		return Math.max(0, TRIES - this.wrong);
	}

	/// Whether a code can be entered.
	public boolean isOpen(Instant now) {
		return now.isBefore(expires()) && triesLeft() > 0;
	}

	boolean isForgotten(Instant now) {
		return this.at.plus(REMEMBERED).isBefore(now);
	}

	EmailChange withWrongCode() {
		return new EmailChange(this.id, this.address, this.fieldVersion, this.at, this.wrong + 1, this.language);
	}

	EmailChange withNewCode(EmailAsking asking) {
		return new EmailChange(asking.id(), this.address, this.fieldVersion, asking.now(), 0, this.language);
	}

	/// Without the address, so that no log or exception can name it.
	@Override
	public String toString() {
		return "EmailChange[" + this.id + "]";
	}

}
