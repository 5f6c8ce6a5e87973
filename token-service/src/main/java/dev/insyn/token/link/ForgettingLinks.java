package dev.insyn.token.link;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Links that expired long ago are forgotten; until then their page can still say whose they were.
@Component
class ForgettingLinks {

	private static final Duration REMEMBERED = Duration.ofDays(90);

	private static final Logger logger = LoggerFactory.getLogger(ForgettingLinks.class);

	private final Links links;

	private final Clock clock;

	ForgettingLinks(Links links, Clock clock) {
		this.links = links;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 10, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
	void forget() {
		long forgotten = this.links.purgeExpiredBefore(this.clock.instant().minus(REMEMBERED));
		if (forgotten > 0) {
			logger.info("{} links that expired long ago are forgotten", forgotten);
		}
	}

}
