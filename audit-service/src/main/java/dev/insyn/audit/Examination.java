package dev.insyn.audit;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

import dev.insyn.audit.Finding.Kind;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;

/// Finds out what was done to a chain at the first place where it is wrong.
///
/// A record's MAC covers its number, so a record that was moved still fits the number that it once had.
final class Examination {

	/// How far around a bad record its like is looked for.
	private static final int REACH = 1000;

	private final Chains chains;

	private final ChainKey key;

	private final TenantId chain;

	private final long vouchedLength;

	/// @param vouchedLength the length according to the chain's head and anchors
	Examination(Chains chains, ChainKey key, TenantId chain, long vouchedLength) {
		this.chains = chains;
		this.key = key;
		this.chain = chain;
		this.vouchedLength = vouchedLength;
	}

	/// @param stored stands in place `seq` and does not belong there
	Finding explain(long seq, Stored<AuditRecord> stored) {
		OptionalLong original = originalNumber(stored.state(), seq);
		if (original.isEmpty()) {
			return (seq > this.vouchedLength || isAt(seq + 1, seq))
					? new Finding(seq, Kind.INSERTED, "was not written by this service")
					: new Finding(seq, Kind.CHANGED, "does not fit its seal");
		}
		long number = original.getAsLong();
		if (number == seq) {
			return new Finding(seq, Kind.CHANGED, "was written to after it was recorded");
		}
		if (number < seq) {
			return new Finding(seq, Kind.INSERTED, "is a copy of record " + number);
		}
		return LongStream.rangeClosed(seq + 1, seq + REACH).anyMatch((place) -> isAt(place, seq))
				? new Finding(seq, Kind.REORDERED, "holds what was record " + number)
				: new Finding(seq, Kind.REMOVED, "is gone, and record " + number + " stands in its place");
	}

	/// @param count how many documents the chain has in all, while no record stands in
	/// place `seq`
	Finding explainGap(long seq, long count) {
		boolean more = count >= seq;
		if (seq <= this.vouchedLength && !more) {
			return new Finding(seq, Kind.CUT_OFF,
					"is gone with all after it; the chain once had " + this.vouchedLength + " records");
		}
		if (seq <= this.vouchedLength
				|| LongStream.rangeClosed(seq + 1, seq + REACH).anyMatch((number) -> isAt(number, number))) {
			return new Finding(seq, Kind.REMOVED, "is gone");
		}
		return new Finding(stray(seq), Kind.INSERTED, "stands among the records and is none");
	}

	/// The number of a document that has no place in the chain, or the first free one if
	/// it doesn't say.
	private long stray(long next) {
		AtomicLong stray = new AtomicLong(next);
		try {
			this.chains.forEach(this.chain, (stored) -> {
				long seq = stored.state().seq();
				if (!stored.id().equals(AuditRecord.id(seq)) || seq > next) {
					stray.set(seq);
				}
			});
		}
		catch (RuntimeException unreadable) {
			return next;
		}
		return stray.get();
	}

	private boolean isAt(long place, long number) {
		return read(this.chains, this.chain, place).filter((stored) -> fits(stored.state(), number)).isPresent();
	}

	private OptionalLong originalNumber(AuditRecord record, long place) {
		return LongStream
			.concat(LongStream.of(place, record.seq()),
					LongStream.rangeClosed(Math.max(1, place - REACH), place + REACH))
			.filter((number) -> fits(record, number))
			.findFirst();
	}

	private boolean fits(AuditRecord record, long number) {
		return record.event() != null && this.key.fits(this.chain, record.at(number));
	}

	static boolean isReadable(Chains chains, TenantId chain, long seq) {
		try {
			chains.withNumber(chain, seq);
			return true;
		}
		catch (RuntimeException unreadable) {
			return false;
		}
	}

	/// The record in that place, or nothing if there is none or it can't be read.
	static Optional<Stored<AuditRecord>> read(Chains chains, TenantId chain, long seq) {
		try {
			return chains.withNumber(chain, seq);
		}
		catch (RuntimeException unreadable) {
			return Optional.empty();
		}
	}

}
