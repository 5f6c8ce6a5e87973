package dev.insyn.audit;

import java.time.Instant;

/// A fact in its place in the chain.
///
/// @param seq from 1, without gaps
/// @param place where it stood in the topics, `topic-partition-offset`: what makes recording idempotent
/// @param recordedAt in whole milliseconds, all that the database keeps
/// @param previous the MAC of the record before, or [#START]
/// @param mac over everything else, by [ChainKey]
record AuditRecord(long seq, String place, AuditedEvent event, Instant recordedAt, String previous, String mac) {

	/// What the first record follows on.
	static final String START = "";

	AuditRecord sealed(String mac) {
		return new AuditRecord(this.seq, this.place, this.event, this.recordedAt, this.previous, mac);
	}

	AuditRecord at(long seq) {
		return new AuditRecord(seq, this.place, this.event, this.recordedAt, this.previous, this.mac);
	}

	/// The document's id: sorts as the number does.
	static String id(long seq) {
		return "%012d".formatted(seq);
	}

}
