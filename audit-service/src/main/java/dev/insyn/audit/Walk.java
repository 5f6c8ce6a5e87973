package dev.insyn.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

import dev.insyn.audit.Finding.Kind;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/// One way along a chain, record by record, up to the first that is wrong.
final class Walk {

	private static final int WINDOW = 500;

	private final Chains chains;

	private final ChainKey key;

	private final TenantId chain;

	private final Heads heads;

	private final Optional<Head> head;

	private final AnchorsOfChain anchors;

	private long length;

	private String hash = AuditRecord.START;

	Walk(Chains chains, Heads heads, ChainKey key, TenantId chain, AnchorsOfChain anchors) {
		this.chains = chains;
		this.key = key;
		this.chain = chain;
		this.heads = heads;
		this.head = heads.sound(chain);
		this.anchors = anchors;
	}

	/// How far the chain is sound.
	long length() {
		return this.length;
	}

	String hash() {
		return this.hash;
	}

	/// The first thing that is wrong, or null. What is recorded meanwhile is walked too,
	/// as long as it doesn't come
	/// faster than it can be counted.
	/// @param passed is told after each window how far it is sound
	@Nullable Finding toTheEnd(LongConsumer passed) {
		long count;
		do {
			Finding finding = windows(passed);
			if (finding != null) {
				return finding;
			}
			count = this.chains.count(this.chain);
		}
		while (Examination.read(this.chains, this.chain, this.length + 1).isPresent());
		return ending(count);
	}

	private @Nullable Finding windows(LongConsumer passed) {
		long before;
		do {
			before = this.length;
			Finding finding = window();
			if (finding != null) {
				return finding;
			}
			passed.accept(this.length);
		}
		while (this.length == before + WINDOW);
		return null;
	}

	private @Nullable Finding window() {
		Map<String, Stored<AuditRecord>> window = read(this.length + 1);
		for (int i = 0; i < WINDOW; i++) {
			long seq = this.length + 1;
			Stored<AuditRecord> stored = window.get(AuditRecord.id(seq));
			if (stored == null) {
				return null;
			}
			Finding finding = check(seq, stored);
			if (finding != null) {
				return finding;
			}
			this.length = seq;
			this.hash = stored.state().mac();
		}
		return null;
	}

	/// A document that can't be read makes the whole window unreadable: then they are
	/// read one by one up to it.
	private Map<String, Stored<AuditRecord>> read(long first) {
		Map<String, Stored<AuditRecord>> window = new HashMap<>();
		try {
			this.chains.between(this.chain, first, first + WINDOW - 1)
				.forEach((stored) -> window.put(stored.id(), stored));
		}
		catch (RuntimeException unreadable) {
			for (long seq = first; seq < first + WINDOW; seq++) {
				Optional<Stored<AuditRecord>> stored = Examination.read(this.chains, this.chain, seq);
				if (stored.isEmpty()) {
					break;
				}
				window.put(AuditRecord.id(seq), stored.get());
			}
		}
		return window;
	}

	private @Nullable Finding check(long seq, Stored<AuditRecord> stored) {
		AuditRecord record = stored.state();
		if (record.event() == null || stored.version() != 1 || record.seq() != seq
				|| !this.key.fits(this.chain, record)) {
			return new Examination(this.chains, this.key, this.chain, vouchedLength()).explain(seq, stored);
		}
		if (!this.hash.equals(record.previous())) {
			return new Finding(seq, Kind.CHANGED, "is sealed, but does not follow on the record before it");
		}
		return contradiction(seq, record.mac());
	}

	private @Nullable Finding contradiction(long seq, String mac) {
		if (!this.anchors.agree(seq, mac)) {
			return new Finding(seq, Kind.CHANGED,
					"is not the record that was anchored: the chain was rolled back and written anew");
		}
		if (this.head.filter((head) -> head.length() == seq && !head.hash().equals(mac)).isPresent()) {
			return new Finding(seq, Kind.CHANGED, "is not the record that the head of the chain names");
		}
		return null;
	}

	/// What is wrong where no further record follows.
	///
	/// @param count how many documents there are
	private @Nullable Finding ending(long count) {
		long next = this.length + 1;
		if (!Examination.isReadable(this.chains, this.chain, next)) {
			return new Finding(next, Kind.CHANGED, "can't be read any more");
		}
		if (count > this.length || next <= vouchedLength()) {
			return new Examination(this.chains, this.key, this.chain, vouchedLength()).explainGap(next, count);
		}
		if (this.head.isEmpty() && this.length > 1 && this.heads.sound(this.chain).isEmpty()) {
			return new Finding(next, Kind.HEAD_LOST,
					"the head of the chain is gone or was changed, and records from here on may be gone too");
		}
		return this.head.filter((head) -> !head.isOriginal())
			.map((head) -> new Finding(head.since(), Kind.HEAD_LOST,
					"the head of the chain was lost and written anew here: records before it may have been cut off"))
			.orElse(null);
	}

	/// How long the chain is according to its head and its anchors.
	private long vouchedLength() {
		return Math.max(this.head.map(Head::length).orElse(0L), this.anchors.length());
	}

}
