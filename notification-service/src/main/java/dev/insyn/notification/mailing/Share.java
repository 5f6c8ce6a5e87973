package dev.insyn.notification.mailing;

import java.time.Instant;
import java.util.List;

/// Some contacts of a mailing, which one worker of one instance sends to while its lease lasts.
///
/// @param run names the worker's turn at them; another for each turn
/// @param until when the lease ends, if it is not renewed
/// @param again whether they were put off before
record Share(String run, Instant until, List<String> contacts, boolean again) {

	/// Whether nobody works on it any more: whoever did has left it, or has died.
	boolean isFree(Instant now) {
		return !this.until.isAfter(now);
	}

	Share taken(String newRun, Instant lease) {
		return new Share(newRun, lease, this.contacts, this.again);
	}

	Share heldUntil(Instant lease) {
		return new Share(this.run, lease, this.contacts, this.again);
	}

}
