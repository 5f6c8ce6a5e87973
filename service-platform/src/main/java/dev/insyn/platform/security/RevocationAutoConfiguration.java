package dev.insyn.platform.security;

import dev.insyn.platform.messaging.MessagingAutoConfiguration;
import dev.insyn.platform.messaging.RecentEvents;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/// Services that contacts call hear which links are revoked, each instance for itself.
@AutoConfiguration(after = { MessagingAutoConfiguration.class, SecurityAutoConfiguration.class })
@ConditionalOnBean({ RecentEvents.Factory.class, RevokedLinks.class })
@ConditionalOnProperty("insyn.security.hears-revocations")
class RevocationAutoConfiguration {

	private static final String TOPIC = "insyn.links";

	private static final String TYPE = "link.revoked.v1";

	@Bean
	RecentEvents hearingRevocations(RecentEvents.Factory events, RevokedLinks revoked) {
		return events.of(TOPIC, RevokedLinks.REMEMBERED, (type, link) -> {
			if (TYPE.equals(type)) {
				revoked.add(link);
			}
		});
	}

}
