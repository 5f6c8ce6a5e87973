package dev.insyn.token.user;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

import dev.insyn.token.TokenSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// A provider tells who signs in, but not who has left: users who have not been here for long are forgotten.
@Component
class ForgettingUsers {

	private static final Logger logger = LoggerFactory.getLogger(ForgettingUsers.class);

	private final Users users;

	private final TokenSettings settings;

	private final Clock clock;

	ForgettingUsers(Users users, TokenSettings settings, Clock clock) {
		this.users = users;
		this.settings = settings;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 13, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
	void forget() {
		long forgotten = this.users
			.purgeSignedInBefore(this.clock.instant().minus(this.settings.userSessions().forgotten()));
		if (forgotten > 0) {
			logger.info("{} users who have not signed in for long are forgotten", forgotten);
		}
	}

}
