package dev.insyn.audit;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A verification that a user asked for: how far it is, and what it came to.
///
/// @param by the user who asked
/// @param seenAt when it was last known to go on
/// @param done how many records were found sound so far
/// @param all how many there were when it began
/// @param verdict null while it goes on, and when it could not be finished
/// @param endedAt null while it goes on
record VerificationRun(String by, Instant startedAt, Instant seenAt, long done, long all, @Nullable Verdict verdict,
		@Nullable Instant endedAt) {

	/// The one that a tenant has: the newest.
	static final String ID = "newest";

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	static VerificationRun begun(String by, Instant now, long all) {
		return new VerificationRun(by, now, now, 0, all, null, null);
	}

	VerificationRun at(long done, Instant now) {
		return new VerificationRun(this.by, this.startedAt, now, done, Math.max(done, this.all), null, null);
	}

	VerificationRun ended(Verdict verdict, Instant now) {
		return new VerificationRun(this.by, this.startedAt, now, verdict.length(), this.all, verdict, now);
	}

	VerificationRun failed(Instant now) {
		return new VerificationRun(this.by, this.startedAt, now, this.done, this.all, null, now);
	}

	/// Whether it goes on; one that was not heard of for a while died with its instance.
	boolean goesOn(Instant now) {
		return this.endedAt == null && this.seenAt.plus(PATIENCE).isAfter(now);
	}

}
