package dev.insyn.platform.messaging;

import java.time.Duration;
import java.util.Set;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.web.client.ResourceAccessException;

/// How long to try: a failure of ours a few times; while something we need is away, for as long as it is, since passing
/// it by would turn an outage into a heap of dead letters.
final class Retries {

	private static final Set<Class<? extends Exception>> AWAY = Set.of(DataAccessResourceFailureException.class,
			TransientDataAccessException.class, ResourceAccessException.class, EventNotSent.class);

	private final MessagingSettings settings;

	Retries(MessagingSettings settings) {
		this.settings = settings;
	}

	BackOff after(Throwable failure) {
		ExponentialBackOff backOff = backOff();
		if (!isSomethingAway(failure)) {
			backOff.setMaxAttempts(this.settings.attempts() - 1);
		}
		return backOff;
	}

	static boolean isSomethingAway(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			Throwable current = cause;
			if (AWAY.stream().anyMatch((away) -> away.isInstance(current))) {
				return true;
			}
		}
		return false;
	}

	private ExponentialBackOff backOff() {
		Duration first = this.settings.firstBackOff();
		ExponentialBackOff backOff = new ExponentialBackOff(first.toMillis(), 2);
		backOff.setMaxInterval(this.settings.longestBackOff().toMillis());
		return backOff;
	}

}
