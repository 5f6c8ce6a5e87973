package dev.insyn.token.session;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import dev.insyn.token.TokenSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sessions that are over are forgotten after a day: what was of lasting interest in them is in the audit log.
@Component
class ForgettingSessions {

	private static final Logger logger = LoggerFactory.getLogger(ForgettingSessions.class);

	private final UserSessions sessions;

	private final Duration kept;

	private final Clock clock;

	ForgettingSessions(UserSessions sessions, TokenSettings settings, Clock clock) {
		this.sessions = sessions;
		this.kept = settings.userSessions().longest().plusDays(1);
		this.clock = clock;
	}

	@Scheduled(initialDelay = 11, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forget() {
		long forgotten = this.sessions.purgeSeenBefore(this.clock.instant().minus(this.kept));
		if (forgotten > 0) {
			logger.info("{} sessions of users that are over are forgotten", forgotten);
		}
	}

}
