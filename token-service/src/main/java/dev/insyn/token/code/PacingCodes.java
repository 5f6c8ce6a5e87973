package dev.insyn.token.code;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Limits the codes that one contact gets, whoever asks for them and for whatever purpose; counted in a document, so the
/// same for all instances and however many ask at once.
@Component
class PacingCodes {

	private static final Duration REMEMBERED = Duration.ofDays(2);

	private final TenantDocuments<CodesOfContact> documents;

	private final AccessCodeSettings settings;

	private final Clock clock;

	PacingCodes(TenantDocumentsFactory documents, AccessCodeSettings settings, Clock clock) {
		this.documents = documents.of("access_codes_of_contacts", CodesOfContact.class);
		this.settings = settings;
		this.clock = clock;
	}

	/// Asks for one more, which counts if it is granted.
	boolean grants(TenantId tenant, String contact) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		AtomicBoolean granted = new AtomicBoolean();
		this.documents.upsertOnce(tenant, contact, UUID.randomUUID().toString(), (stored) -> {
			CodesOfContact known = stored.orElse(CodesOfContact.NONE);
			granted.set(known.mayGetAnother(this.settings, now));
			return granted.get() ? Change.of(known.another(now)) : Change.unchanged(known);
		});
		return granted.get();
	}

	@Scheduled(initialDelay = 13, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forgetOld() {
		this.documents.purgeBefore("last", this.clock.instant().minus(REMEMBERED));
	}

}
