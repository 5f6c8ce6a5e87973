package dev.insyn.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

import dev.insyn.notification.activity.Digests;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Queues, each morning where the tenant is, one mail for each user who wants to be told and has something due. The mail's
/// id follows from user and day, so whatever dies in between and however many instances look, it is queued once.
@Component
class QueueingDigests {

	private static final Logger log = LoggerFactory.getLogger(QueueingDigests.class);

	private final Tenants tenants;

	private final Digests digests;

	private final Emails emails;

	private final DailyMailSettings settings;

	private final Clock clock = Clock.systemUTC();

	QueueingDigests(Tenants tenants, Digests digests, Emails emails, DailyMailSettings settings) {
		this.tenants = tenants;
		this.digests = digests;
		this.emails = emails;
		this.settings = settings;
	}

	@Scheduled(fixedDelayString = "${insyn.notification.daily-mail.poll:5m}")
	void everySoOften() {
		this.tenants.all().forEach((tenant) -> look(tenant, this.clock.instant()));
	}

	void look(Tenant tenant, Instant now) {
		ZonedDateTime there = now.atZone(tenant.timeZone());
		if (there.toLocalTime().isBefore(this.settings.from())) {
			return;
		}
		try {
			this.digests.waiting(tenant.id(), there.toLocalDate()).forEach((user) -> {
				if (this.digests.of(tenant.id(), user).isPresent()) {
					PageUse about = new PageUse("-", PageUse.NONE, List.of(), now,
							"digest " + user + " " + there.toLocalDate());
					this.emails.queue(tenant.id(), Email.queued(EmailKind.ACTIVITY_DIGEST, about, user, now));
				}
				this.digests.seenTo(tenant.id(), user, there.toLocalDate());
			});
		}
		catch (RuntimeException later) {
			log.warn("Digests of {} wait: {}", tenant.id(), later.getClass().getSimpleName());
		}
	}

}
