package dev.insyn.notification.mailing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

import dev.insyn.notification.NotificationSettings;

import org.springframework.stereotype.Component;

/// When a mail that was put off is tried again, and when no more.
@Component
class Retries {

	private final Duration first;

	private final Duration longest;

	private final Duration giveUpAfter;

	Retries(NotificationSettings mails, MailingSettings mailings) {
		this.first = mails.firstRetry();
		this.longest = mailings.longestRetry();
		this.giveUpAfter = mails.giveUpAfter();
	}

	boolean isTooLate(Recipient recipient, Instant now) {
		return recipient.first().plus(this.giveUpAfter).isBefore(now);
	}

	/// Doubles with each attempt, up to the longest; a quarter of it is chance, so that
	/// they don't all come back together.
	Instant next(Recipient recipient, Instant now) {
		long doubled = this.first.toMillis() << Math.clamp(recipient.attempts() - 1L, 0, 20);
		long wait = Math.min(doubled, this.longest.toMillis());
		return now.plusMillis(wait - ThreadLocalRandom.current().nextLong(wait / 4 + 1));
	}

	/// How long a mailing waits for a server that is away.
	Duration whileAway() {
		return this.first;
	}

}
