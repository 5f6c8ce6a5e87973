package dev.insyn.notification.mailing;

import java.time.Clock;
import java.time.Duration;

import org.springframework.stereotype.Component;

/// What a [MailingRun] works with.
@Component
record MailingTools(Mailings mailings, Recipients recipients, Audiences audiences, Sharing sharing,
		PreparingMails preparing, HandingOver handingOver, Counting counting, Retries retries, Patience patience,
		Rates rates, MailingSettings settings) {

	private static final Clock CLOCK = Clock.systemUTC();

	Clock clock() {
		return CLOCK;
	}

	Duration lease() {
		return this.settings.lease();
	}

	Pace pace(Mailing mailing, String id) {
		int own = mailing.perSecond();
		int all = this.settings.perSecond();
		int perSecond = (own == 0 || all == 0) ? Math.max(own, all) : Math.min(own, all);
		return new Pace(this.rates, id, perSecond, this.settings.perDomainPerSecond());
	}

}
