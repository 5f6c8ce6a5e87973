package dev.insyn.notification;

import java.time.Duration;
import java.time.Instant;

import dev.insyn.notification.activity.Activities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/// Deletes finished mails and activities when they have been kept long enough.
@Component
class Retention {

	private static final Logger log = LoggerFactory.getLogger(Retention.class);

	private static final Duration PAUSE = Duration.ofDays(1);

	private final Emails emails;

	private final Activities activities;

	private final Duration keep;

	private Instant next = Instant.EPOCH;

	Retention(Emails emails, Activities activities, NotificationSettings settings) {
		this.emails = emails;
		this.activities = activities;
		this.keep = settings.keep();
	}

	/// Called often, acts once a day.
	void enforceDaily(Instant now) {
		if (now.isBefore(this.next)) {
			return;
		}
		this.next = now.plus(PAUSE);
		try {
			Instant limit = now.minus(this.keep);
			log.info("Deleted {} mails and {} activities kept for {}", this.emails.purgeBefore(limit),
					this.activities.purgeBefore(limit), this.keep);
		}
		catch (RuntimeException databaseAway) {
			log.warn("Old mails and activities are still here: {}", databaseAway.getClass().getName());
		}
	}

}
