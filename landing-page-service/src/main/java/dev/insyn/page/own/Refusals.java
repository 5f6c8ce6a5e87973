package dev.insyn.page.own;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import dev.insyn.events.UpdateRefused;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tells that a form held what its page does not let the contact change. The fact rests in a document with its event, so
/// it reaches the audit log also when the broker is away just now.
@Component
class Refusals {

	private static final Duration KEPT = Duration.ofDays(7);

	private final TenantDocuments<Refusal> documents;

	private final Clock clock;

	Refusals(TenantDocumentsFactory database, Clock clock) {
		this.documents = database.of("refusals", Refusal.class);
		this.clock = clock;
	}

	void tell(PageVisit caller, Submission.Strays strays) {
		Instant now = this.clock.instant();
		String reason = strays.readOnly().isEmpty() ? UpdateRefused.UNKNOWN_FIELD : UpdateRefused.READ_ONLY;
		UpdateRefused body = new UpdateRefused(caller.page(), caller.contact(), caller.link(), now, reason,
				strays.readOnly(), strays.unknown());
		this.documents.insert(caller.tenant(), UUID.randomUUID().toString(),
				Change.of(new Refusal(caller.page(), now))
					.with(new OutgoingEvent(UpdateRefused.TOPIC, UpdateRefused.TYPE, caller.tenant(), caller.contact(),
							caller.actor(), body)));
	}

	@Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
	void purge() {
		this.documents.purgeBefore("at", this.clock.instant().minus(KEPT));
	}

	/// That there was one.
	record Refusal(String page, Instant at) {

	}

}
