package dev.insyn.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import dev.insyn.platform.errors.Failure;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/// Verifies a chain while its user waits, or does something else: any instance tells how far it is.
@Component
class VerificationRuns {

	private static final Logger logger = LoggerFactory.getLogger(VerificationRuns.class);

	private static final Duration BETWEEN_NOTES = Duration.ofMillis(500);

	private final TenantDocuments<VerificationRun> runs;

	private final Verification verification;

	private final Chains chains;

	private final Clock clock;

	VerificationRuns(TenantDocumentsFactory documents, Verification verification, Chains chains, Clock clock) {
		this.runs = documents.of("verifications", VerificationRun.class);
		this.verification = verification;
		this.chains = chains;
		this.clock = clock;
	}

	Optional<VerificationRun> newest(TenantId chain) {
		return this.runs.find(chain, VerificationRun.ID).map(Stored::state);
	}

	boolean goesOn(VerificationRun run) {
		return run.goesOn(this.clock.instant());
	}

	/// Begins one, unless one goes on: whoever asks then waits for that one.
	void begin(TenantId chain, String by) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		VerificationRun mine = VerificationRun.begun(by, now, this.chains.length(chain));
		AtomicBoolean begun = new AtomicBoolean();
		this.runs.upsertOnce(chain, VerificationRun.ID, UUID.randomUUID().toString(), (known) -> {
			Optional<VerificationRun> other = known.filter(this::goesOn);
			begun.set(other.isEmpty());
			return other.map(Change::unchanged).orElseGet(() -> Change.of(mine));
		});
		if (begun.get()) {
			Thread.ofVirtual().name("verify-" + chain).start(() -> run(chain, mine));
		}
	}

	private void run(TenantId chain, VerificationRun mine) {
		AtomicReference<Instant> noted = new AtomicReference<>(mine.startedAt());
		try {
			Verdict verdict = this.verification.verify(chain, (done) -> {
				Instant now = this.clock.instant();
				if (Duration.between(noted.get(), now).compareTo(BETWEEN_NOTES) >= 0) {
					noted.set(now);
					note(chain, mine, mine.at(done, now));
				}
			});
			note(chain, mine, mine.ended(verdict, this.clock.instant()));
		}
		catch (RuntimeException failure) {
			logger.warn("The verification of {} could not be finished: {}", chain, Failure.describe(failure));
			noteFailure(chain, mine);
		}
	}

	private void noteFailure(TenantId chain, VerificationRun mine) {
		try {
			note(chain, mine, mine.failed(this.clock.instant()));
		}
		catch (RuntimeException databaseAway) {
			logger.warn("That could not be noted either; it will look interrupted");
		}
	}

	/// A later run is left alone.
	private void note(TenantId chain, VerificationRun mine, VerificationRun now) {
		this.runs.change(chain, VerificationRun.ID,
				(known) -> known.startedAt().equals(mine.startedAt()) ? Change.of(now) : Change.unchanged(known));
	}

}
