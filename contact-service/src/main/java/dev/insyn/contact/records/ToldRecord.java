package dev.insyn.contact.records;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// A record as a CRM tells of it, not yet read.
///
/// @param revision grows with each change of the record in the CRM
/// @param at when what it records happened; null where it is deleted
/// @param values raw, by column; a record is told whole
public record ToldRecord(String id, long revision, @Nullable Instant at, Map<String, Object> values) {

	public static final int LONGEST_ID = 100;

	/// @throws IllegalArgumentException if it has no usable id or revision
	@SuppressWarnings("ConstantValue") // what a CRM sends may lack anything
	public ToldRecord {
		if (id == null || id.isBlank() || id.length() > LONGEST_ID || revision < 0) {
			throw new IllegalArgumentException("A record has an id of 1 to 100 characters and a revision");
		}
	}

	boolean isDeleted() {
		return this.at == null;
	}

	@Override
	public String toString() {
		return "ToldRecord[revision=" + this.revision + "]";
	}

}
