package dev.insyn.platform.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The right to send one document's events, for a while. Only its holder sends, so that they leave in order.
record Lease(String token, Instant until) {

	static Lease take(Instant now, Duration length) {
		return new Lease(UUID.randomUUID().toString(), now.plus(length));
	}

	/// The lease in a document, whether or not it has ended.
	static @Nullable Lease of(Document document) {
		Document lease = document.get(Envelope.LEASE, Document.class);
		return (lease != null) ? new Lease(lease.getString("token"), lease.getDate("until").toInstant()) : null;
	}

	boolean heldAt(Instant now) {
		return this.until.isAfter(now);
	}

	Lease renewed(Instant now, Duration length) {
		return new Lease(this.token, now.plus(length));
	}

	Document toDocument() {
		return new Document("token", this.token).append("until", Date.from(this.until));
	}

	/// The condition that nobody took or gave back the lease since a document was read.
	static Document unmoved(@Nullable Lease read) {
		return (read != null) ? new Document(Envelope.LEASE_TOKEN, read.token())
				: new Document(Envelope.LEASE, new Document("$exists", false));
	}

}
