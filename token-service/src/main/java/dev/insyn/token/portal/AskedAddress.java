package dev.insyn.token.portal;

import java.time.Duration;
import java.time.Instant;

import dev.insyn.platform.sealing.SealedValue;
import org.jspecify.annotations.Nullable;

/// The address that somebody typed to get a code, sealed, as long as the code may be entered.
///
/// @param due when its contacts are to be looked up; null once they were
record AskedAddress(SealedValue address, Instant expires, @Nullable Instant due) {

	/// Whoever begins has so long before another one tries.
	static final Duration LEASE = Duration.ofSeconds(10);

	boolean isDue(Instant now) {
		return this.due != null && !this.due.isAfter(now) && now.isBefore(this.expires);
	}

	AskedAddress begun(Instant now) {
		return new AskedAddress(this.address, this.expires, now.plus(LEASE));
	}

	AskedAddress done() {
		return new AskedAddress(this.address, this.expires, null);
	}

}
