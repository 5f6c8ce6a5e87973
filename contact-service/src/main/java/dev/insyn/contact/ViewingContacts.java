package dev.insyn.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// That a user opened a contact's details is a fact (GDPR Art. 15), written before the details are shown: no look without
/// a record. Who looks again within minutes has looked once, whichever instance it is that shows it.
@Component
public class ViewingContacts {

	/// Looks within one such span are one.
	private static final Duration SPAN = Duration.ofMinutes(5);

	private static final Duration KEPT = Duration.ofHours(1);

	private final TenantDocuments<View> views;

	private final ContactEvents events;

	private final Clock clock;

	ViewingContacts(TenantDocumentsFactory database, ContactEvents events, Clock clock) {
		this.views = database.of("contact_views", View.class);
		this.events = events;
		this.clock = clock;
	}

	public void viewed(ContactId contact, UserCaller user) {
		Instant now = this.clock.instant();
		String effect = "viewed:" + now.getEpochSecond() / SPAN.toSeconds();
		OutgoingEvent told = this.events.viewed(contact, user, now);
		this.views.upsertOnce(user.tenant(), contact + "." + user.user(), effect,
				(any) -> Change.of(new View(now)).with(told));
	}

	@Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
	void forget() {
		this.views.purgeBefore("at", this.clock.instant().minus(KEPT));
	}

	/// When a user last looked at a contact.
	record View(Instant at) {
	}

}
