package dev.insyn.platform.store;

import java.util.ArrayList;
import java.util.List;

import dev.insyn.platform.messaging.EventNotSent;
import dev.insyn.platform.messaging.EventPublisher;
import dev.insyn.platform.messaging.PendingEvent;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A document whose lease we hold: sends its events in order, takes the sent ones out, gives the lease back. If it dies
/// half-way, the lease ends and the sweep starts again from the first that is still in the document: an event may be
/// sent twice, never be lost or overtaken.
final class Claim implements Sending {

	private final Collection collection;

	private final String documentId;

	private final OutboxTimes times;

	private Lease lease;

	private List<Document> pending;

	private boolean known = true;

	Claim(Collection collection, String documentId, Lease lease, List<Document> pending, OutboxTimes times) {
		this.collection = collection;
		this.documentId = documentId;
		this.lease = lease;
		this.pending = List.copyOf(pending);
		this.times = times;
	}

	/// Looks into the document first: events of earlier writes stand before the ones we
	/// know.
	Claim withAllPending() {
		this.known = false;
		return this;
	}

	/// Takes the lease of a document that has pending events, if nobody holds it.
	static @Nullable Claim take(Collection collection, Document found, OutboxTimes times) {
		Lease read = Lease.of(found);
		if (read != null && read.heldAt(times.now())) {
			return null;
		}
		Lease ours = Lease.take(times.now(), times.lease());
		String id = found.getString(Envelope.ID);
		Document free = Lease.unmoved(read)
			.append(Envelope.ID, id)
			.append(Envelope.PENDING_SINCE, new Document("$exists", true));
		long taken = collection.call((documents) -> documents
			.updateOne(free, new Document("$set", new Document(Envelope.LEASE, ours.toDocument())))
			.getModifiedCount());
		return (taken == 1) ? new Claim(collection, id, ours, List.of(), times).withAllPending() : null;
	}

	@Override
	public int send(EventPublisher publisher, java.util.function.Consumer<PendingEvent> confirmed) {
		int sent = 0;
		List<Object> out = new ArrayList<>();
		try {
			if (!this.known && !reload()) {
				return sent;
			}
			while (true) {
				for (Document event : this.pending) {
					if (!stillHeld()) {
						return sent;
					}
					PendingEvent next = PendingEvents.of(event);
					publisher.publish(next);
					confirmed.accept(next);
					out.add(next.id());
					sent++;
				}
				if (finished()) {
					return sent;
				}
				takeOut(out, false);
				out.clear();
				if (!reload()) {
					return sent;
				}
			}
		}
		catch (EventNotSent ex) {
			takeOut(out, true);
			throw ex;
		}
	}

	private boolean stillHeld() {
		if (this.lease.heldAt(this.times.now().plus(this.times.longestSend()))) {
			return true;
		}
		this.lease = this.lease.renewed(this.times.now(), this.times.lease());
		Document renewal = new Document("$set", new Document(Envelope.LEASE, this.lease.toDocument()));
		return this.collection.call((documents) -> documents.updateOne(ours(), renewal).getMatchedCount()) == 1;
	}

	/// All out, and nothing came in meanwhile.
	private boolean finished() {
		Document unchanged = ours().append(Envelope.PENDING, new Document("$size", this.pending.size()));
		Document cleared = new Document("$unset",
				new Document(Envelope.PENDING, "").append(Envelope.PENDING_SINCE, "").append(Envelope.LEASE, ""));
		return this.collection.call((documents) -> documents.updateOne(unchanged, cleared).getMatchedCount()) == 1;
	}

	private void takeOut(List<Object> ids, boolean giveBack) {
		Document update = new Document("$pull",
				new Document(Envelope.PENDING, new Document("id", new Document("$in", List.copyOf(ids)))));
		if (giveBack) {
			update.append("$unset", new Document(Envelope.LEASE, ""));
		}
		this.collection.call((documents) -> documents.updateOne(ours(), update));
	}

	/// @return false if the lease was lost, which ends the sending
	private boolean reload() {
		Document document = this.collection.call((documents) -> documents.find(ours()).first());
		if (document == null) {
			return false;
		}
		this.pending = PendingEvents.in(document);
		return true;
	}

	private Document ours() {
		return new Document(Envelope.ID, this.documentId).append(Envelope.LEASE_TOKEN, this.lease.token());
	}

}
