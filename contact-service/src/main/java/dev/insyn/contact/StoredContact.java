package dev.insyn.contact;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// A contact as it rests: everything about the person sealed, the rest ids, numbers and times. Of a deleted one only the
/// CRM's revision is left, which tells a late event from a new beginning.
///
/// @param keyId the data key that opens it; null when deleted
/// @param content the sealed [Contact]; null when deleted
/// @param terms codes of the blind index
/// @param place where it stands in lists, a [dev.insyn.contact.search.Place]; null when deleted
/// @param receipts what recent updates were answered, newest last
@SuppressWarnings("ArrayRecordComponent") // lives in documents only and is never compared
record StoredContact(CrmReference crm, long version, Instant writtenAt, @Nullable String keyId,
		byte @Nullable [] content, List<String> terms, @Nullable String place, List<StoredReceipt> receipts) {

	private static final int RECEIPTS = 32;

	static StoredContact deleted(CrmReference crm, long version, Instant at) {
		return new StoredContact(crm, version, at, null, null, List.of(), null, List.of());
	}

	boolean isDeleted() {
		return this.content == null;
	}

	StoredContact with(StoredReceipt receipt) {
		List<StoredReceipt> all = Stream.concat(this.receipts.stream(), Stream.of(receipt)).toList();
		return new StoredContact(this.crm, this.version, this.writtenAt, this.keyId, this.content, this.terms,
				this.place, all.subList(Math.max(0, all.size() - RECEIPTS), all.size()));
	}

	@Override
	public String toString() {
		return "StoredContact[version=" + this.version + "]";
	}

	/// A sealed answer.
	///
	/// @param effectId the update that it answers
	record StoredReceipt(String effectId, byte[] content) {

		@Override
		public String toString() {
			return "StoredReceipt[]";
		}

	}

}
