package dev.insyn.platform.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// The outbox's clock and its waits.
///
/// @param lease how long the right to send one document's events holds
/// @param longestSend what one event may take at most; a lease with less left is renewed first
/// @param sweep between two looks for events that a crash left behind
/// @param sweepWhileAway between two looks while the broker does not answer
record OutboxTimes(Clock clock, Duration lease, Duration longestSend, Duration sweep, Duration sweepWhileAway) {

	Instant now() {
		return this.clock.instant();
	}

}
