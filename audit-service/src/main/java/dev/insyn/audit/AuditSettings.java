package dev.insyn.audit;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the log is kept.
///
/// @param anchorEvery how long a chain may grow until its head is published
/// @param anchorPatience how long a verification waits for the broker to hand over the anchors
@ConfigurationProperties("insyn.audit")
record AuditSettings(@DefaultValue("1m") Duration anchorEvery, @DefaultValue("10s") Duration anchorPatience) {
}
