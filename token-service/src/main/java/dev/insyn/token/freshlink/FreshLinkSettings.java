package dev.insyn.token.freshlink;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How often one may ask for a fresh link.
///
/// @param perHour for one address, and with one link
/// @param perDay the same
/// @param giveUpAfter so long a request waits while contact-service is away
@ConfigurationProperties("insyn.token.fresh-links")
record FreshLinkSettings(@DefaultValue("3") int perHour, @DefaultValue("8") int perDay,
		@DefaultValue("1h") Duration giveUpAfter) {
}
