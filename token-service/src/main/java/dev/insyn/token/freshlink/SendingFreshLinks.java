package dev.insyn.token.freshlink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.insyn.events.LinkRequested;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/// Looks at the wishes for fresh links, some time after the form was answered: finds whose the address is and which pages
/// that contact should have, and says so to whoever writes the mails.
@Component
class SendingFreshLinks {

	private static final Logger logger = LoggerFactory.getLogger(SendingFreshLinks.class);

	private static final Duration PAUSE = Duration.ofSeconds(10);

	private final WaitingWishes wishes;

	private final FreshLinkLimits limits;

	private final ContactsByAddress contacts;

	private final PagesForFreshLinks pages;

	private final Clock clock;

	SendingFreshLinks(WaitingWishes wishes, FreshLinkLimits limits, ContactsByAddress contacts,
			PagesForFreshLinks pages, Clock clock) {
		this.wishes = wishes;
		this.limits = limits;
		this.contacts = contacts;
		this.pages = pages;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 2, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
	void look() {
		this.wishes.due().stream().filter(this.wishes::take).forEach(this::fulfil);
	}

	private void fulfil(WaitingWishes.Waiting waiting) {
		try {
			List<String> known = this.contacts.find(waiting.tenant(), waiting.wish().email());
			boolean within = this.limits.allows(waiting.tenant(), waiting.wish());
			this.wishes.done(waiting, within ? facts(waiting, known) : List.of());
		}
		catch (RestClientException away) {
			if (!this.wishes.postpone(waiting, PAUSE)) {
				logger.warn("Wishes for fresh links are given up, as contact-service is away: {}",
						away.getClass().getSimpleName());
			}
		}
	}

	private List<OutgoingEvent> facts(WaitingWishes.Waiting waiting, List<String> known) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		FreshLinkWish wish = waiting.wish();
		return this.pages.of(waiting.tenant(), known, wish.link())
			.entrySet()
			.stream()
			.map((entry) -> requested(waiting.tenant(),
					new LinkRequested(entry.getKey(), entry.getValue(), wish.language(), now)))
			.toList();
	}

	/// Nobody is known by a form that anybody may fill in, so the service says it.
	private static OutgoingEvent requested(TenantId tenant, LinkRequested fact) {
		return new OutgoingEvent(LinkRequested.TOPIC, LinkRequested.TYPE, tenant, fact.contact(),
				tenant + ":" + fact.contact(), Actor.system("token-service"), fact);
	}

}
