package dev.insyn.contact.keys;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// The pairs that CRM systems seal to, newest first. Only the newest is handed out; the older ones still open what lies
/// in the topic, until its retention has passed.
record EncryptionKeyRing(List<Pair> pairs) {

	EncryptionKeyRing {
		pairs = List.copyOf(pairs);
	}

	static EncryptionKeyRing of(Pair first) {
		return new EncryptionKeyRing(List.of(first));
	}

	Pair current() {
		return this.pairs.getFirst();
	}

	EncryptionKeyRing rotatedTo(Pair next) {
		Stream<Pair> older = this.pairs.stream().map((pair) -> pair.retired(next.createdAt()));
		return new EncryptionKeyRing(Stream.concat(Stream.of(next), older).toList());
	}

	EncryptionKeyRing withoutRetiredBefore(Instant limit) {
		return new EncryptionKeyRing(this.pairs.stream().filter((pair) -> !pair.wasRetiredBefore(limit)).toList());
	}

	int size() {
		return this.pairs.size();
	}

	/// A key pair.
	///
	/// @param publicKey a JWK in JSON
	/// @param privateKey the JWK with its private part, wrapped by the master key
	/// @param retiredAt when a newer one took its place
	@SuppressWarnings("ArrayRecordComponent") // lives in documents only and is never
												// compared
	record Pair(String keyId, String publicKey, byte[] privateKey, Instant createdAt, @Nullable Instant retiredAt) {

		private Pair retired(Instant at) {
			return (this.retiredAt != null) ? this
					: new Pair(this.keyId, this.publicKey, this.privateKey, this.createdAt, at);
		}

		private boolean wasRetiredBefore(Instant limit) {
			return this.retiredAt != null && this.retiredAt.isBefore(limit);
		}

		@Override
		public String toString() {
			return "Pair[" + this.keyId + "]";
		}

	}

}
