package dev.insyn.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

import dev.insyn.platform.store.Stored;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/// One attempt at one mail: takes it, writes it, hands it over, and notes what became of it.
@Component
class SendingEmail {

	private static final Logger log = LoggerFactory.getLogger(SendingEmail.class);

	private final Emails emails;

	private final WritingEmail writing;

	private final Smtp smtp;

	private final NotificationSettings settings;

	private final MeterRegistry meters;

	private final Clock clock = Clock.systemUTC();

	SendingEmail(Emails emails, WritingEmail writing, Smtp smtp, NotificationSettings settings, MeterRegistry meters) {
		this.emails = emails;
		this.writing = writing;
		this.smtp = smtp;
		this.settings = settings;
		this.meters = meters;
	}

	void attempt(Stored<Email> seen) {
		this.emails.take(seen, this.clock.instant(), this.settings.lease()).ifPresent(this::attemptOwn);
	}

	/// Between the mail server's yes and the document's write lies a moment in which a
	/// crash leads to a second mail, under the same Message-ID.
	private void attemptOwn(Stored<Email> mine) {
		try {
			this.smtp.deliver(mine.id(), this.writing.write(mine.tenant(), mine.state()));
			this.emails.sent(mine, this.clock.instant());
			count("sent", "none");
		}
		catch (NotDelivered failure) {
			giveUpOrPostpone(mine, failure);
		}
	}

	private void giveUpOrPostpone(Stored<Email> mine, NotDelivered failure) {
		Instant now = this.clock.instant();
		boolean tooOld = mine.state().queuedAt().plus(this.settings.giveUpAfter()).isBefore(now);
		if (failure.isPermanent() || tooOld) {
			log.warn("Mail {} of {} failed for good after {} attempts: {}", mine.id(), mine.tenant(),
					mine.state().attempts(), failure.reason());
			this.emails.failed(mine, failure.reason(), now);
			count("failed", failure.reason());
		}
		else {
			log.info("Mail {} of {} waits after {} attempts: {}", mine.id(), mine.tenant(), mine.state().attempts(),
					failure.reason());
			this.emails.postpone(mine, now.plus(wait(mine.state().attempts())), failure.reason());
			count("postponed", failure.reason());
		}
	}

	/// Doubles with each attempt, up to the longest; a quarter of it is chance, so that
	/// mails that failed together don't come back together.
	private Duration wait(int attempts) {
		long doubled = this.settings.firstRetry().toMillis() << Math.min(attempts - 1, 20);
		long longest = Math.min(doubled, this.settings.longestRetry().toMillis());
		return Duration.ofMillis(longest - ThreadLocalRandom.current().nextLong(longest / 4 + 1));
	}

	private void count(String outcome, String reason) {
		this.meters.counter("insyn.email.attempts", "outcome", outcome, "reason", reason).increment();
	}

}
