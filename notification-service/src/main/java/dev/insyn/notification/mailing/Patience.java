package dev.insyn.notification.mailing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/// Writes again what a database that was away for a moment did not take.
@Component
class Patience {

	private static final Logger log = LoggerFactory.getLogger(Patience.class);

	private static final int TRIES = 8;

	private static final Duration FIRST = Duration.ofMillis(100);

	/// @throws RuntimeException what the last try threw
	void untilWritten(Runnable write) {
		for (int tried = 1; tried < TRIES; tried++) {
			try {
				write.run();
				return;
			}
			catch (RuntimeException away) {
				log.warn("What became of mails could not be written yet: {}", away.getClass().getName());
				LockSupport.parkNanos(FIRST.toNanos() << tried);
			}
		}
		write.run();
	}

}
