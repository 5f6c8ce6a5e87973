package dev.insyn.contact.records;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// A record that is held. Of a deleted one the revision stays for a while, so that nothing late brings it back.
///
/// @param at when what it records happened; of a deleted one, when that was heard
/// @param values in canonical form, by column; null when deleted
record HeldRecord(String id, long revision, Instant at, @Nullable Map<String, Object> values) {

	boolean gone() {
		return this.values == null;
	}

	@Nullable Object value(String column) {
		return (this.values != null) ? this.values.get(column) : null;
	}

	@Override
	public String toString() {
		return "HeldRecord[revision=" + this.revision + "]";
	}

}
