package dev.insyn.platform.messaging;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How events are sent and consumed.
///
/// @param sendTimeout how long one event may take until the broker has confirmed it
/// @param partitions of a topic that is not there yet
/// @param attempts how often a record is tried before it goes to the dead letters
/// @param firstBackOff before the second attempt; doubled for each one after
/// @param longestBackOff between attempts, also while a database or another service is away
/// @param countDeadLettersEvery between two looks at how many dead letters wait
@ConfigurationProperties("insyn.messaging")
record MessagingSettings(@DefaultValue("10s") Duration sendTimeout, @DefaultValue("6") int partitions,
		@DefaultValue("6") int attempts, @DefaultValue("200ms") Duration firstBackOff,
		@DefaultValue("10s") Duration longestBackOff, @DefaultValue("1m") Duration countDeadLettersEvery) {
}
