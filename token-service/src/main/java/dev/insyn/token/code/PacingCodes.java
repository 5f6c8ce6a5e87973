package dev.insyn.token.code;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Limits the codes that one contact gets, whoever asks for them and for whatever purpose, and those that are asked for
/// with one address; counted in a document, so the same for all instances and however many ask at once.
@Component
public class PacingCodes {

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
	/// @param counted a contact's id, or what stands for an address
	/// @return zero if it is granted, else how long to wait
	public Duration take(TenantId tenant, String counted) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		Duration[] wait = { Duration.ZERO };
		this.documents.upsertOnce(tenant, counted, UUID.randomUUID().toString(), (stored) -> {
			CodesOfContact known = stored.orElse(CodesOfContact.NONE);
			wait[0] = known.wait(this.settings, now);
			return wait[0].isZero() ? Change.of(known.another(now)) : Change.unchanged(known);
		});
		return wait[0];
	}

	@Scheduled(initialDelay = 13, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forgetOld() {
		this.documents.purgeBefore("last", this.clock.instant().minus(REMEMBERED));
	}

}
