package dev.insyn.contact.records;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// The records of one type and one owner as they rest: sealed, the rest ids, numbers and times.
///
/// @param keyId the key that opens them
/// @param oldest the time of the oldest record; null if all are deleted
@SuppressWarnings("ArrayRecordComponent") // lives in documents only and is never compared
record StoredRecords(String type, String keyId, byte[] content, @Nullable Instant oldest, Instant writtenAt) {

	/// What can't be read any more, since its key was destroyed, need not rest either.
	StoredRecords emptied(Instant now) {
		return new StoredRecords(this.type, this.keyId, new byte[0], null, now);
	}

	@Override
	public String toString() {
		return "StoredRecords[" + this.type + "]";
	}

}
