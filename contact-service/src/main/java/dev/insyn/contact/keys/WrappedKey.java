package dev.insyn.contact.keys;

import java.time.Instant;

/// A key as it rests in the key database: wrapped by the key above it.
@SuppressWarnings("ArrayRecordComponent") // lives in documents only and is never compared
record WrappedKey(String keyId, byte[] content, Instant createdAt) {

	@Override
	public String toString() {
		return "WrappedKey[" + this.keyId + "]";
	}

}
