package dev.insyn.platform.store;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the outbox waits.
///
/// @param lease how long one sender has a document's events for itself
/// @param sweep between two looks for events that a crash left behind
/// @param sweepWhileAway between two looks while the broker does not answer
@ConfigurationProperties("insyn.outbox")
record OutboxSettings(@DefaultValue("30s") Duration lease, @DefaultValue("10s") Duration sweep,
		@DefaultValue("1s") Duration sweepWhileAway) {
}
