package dev.insyn.token.signin;

import java.time.Duration;
import java.time.Instant;

/// Tries to sign in with one address since the last right one.
///
/// @param count of those that were wrong or are being checked
/// @param last when
/// @param lockedUntil before that no password is looked at
/// @param told whether it has been told that one was refused for being locked, which once is enough
record Tries(int count, Instant last, Instant lockedUntil, boolean told) {

	static final Tries NONE = new Tries(0, Instant.EPOCH, Instant.EPOCH, false);

	/// How long it stays locked; zero if it is not.
	Duration locked(Instant now) {
		return now.isBefore(this.lockedUntil) ? Duration.between(now, this.lockedUntil) : Duration.ZERO;
	}

	/// Counts one more before its password is looked at, so that many at once are no way
	/// around.
	Tries another(LockoutSettings settings, Instant now) {
		boolean old = now.isAfter(this.last.plus(settings.forgotten()));
		int tries = (old ? 0 : this.count) + 1;
		return new Tries(tries, now, settings.lockedUntil(tries, now), false);
	}

	Tries toldLocked() {
		return new Tries(this.count, this.last, this.lockedUntil, true);
	}

}
