package dev.insyn.platform.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import dev.insyn.platform.messaging.EventNotSent;
import dev.insyn.platform.messaging.EventPublisher;
import dev.insyn.platform.messaging.PendingEvent;
import org.bson.Document;

/// Many documents that were written at once, under one lease. Their events leave side by side, each document's own in
/// order: its second goes out when its first is confirmed. If it dies half-way, the lease ends and the sweep goes on with
/// each document by itself.
final class Batch implements Sending {

	private final Collection collection;

	private final Lease lease;

	private final OutboxTimes times;

	private final Map<String, List<PendingEvent>> pending = new LinkedHashMap<>();

	private final Set<String> confirmedIds = new LinkedHashSet<>();

	Batch(Collection collection, Lease lease, OutboxTimes times) {
		this.collection = collection;
		this.lease = lease;
		this.times = times;
	}

	void add(String documentId, List<Document> events) {
		this.pending.put(documentId, events.stream().map(PendingEvents::of).toList());
	}

	@Override
	public int send(EventPublisher publisher, Consumer<PendingEvent> confirmed) {
		try {
			int longest = this.pending.values().stream().mapToInt(List::size).max().orElse(0);
			for (int turn = 0; turn < longest && stillHeld(); turn++) {
				send(turn, publisher, confirmed);
			}
		}
		catch (EventNotSent ex) {
			takeOutConfirmed();
			giveBack();
			throw ex;
		}
		if (stillHeld() && !finished()) {
			takeOutConfirmed();
			finishOneByOne(publisher, confirmed);
		}
		return this.confirmedIds.size();
	}

	private void send(int turn, EventPublisher publisher, Consumer<PendingEvent> confirmed) {
		List<PendingEvent> events = this.pending.values()
			.stream()
			.filter((own) -> own.size() > turn)
			.map((own) -> own.get(turn))
			.toList();
		publisher.publishAll(events, (event) -> {
			this.confirmedIds.add(event.id());
			confirmed.accept(event);
		});
	}

	/// All out of all, and nothing came in meanwhile.
	private boolean finished() {
		Document cleared = new Document("$unset",
				new Document(Envelope.PENDING, "").append(Envelope.PENDING_SINCE, "").append(Envelope.LEASE, ""));
		List<UpdateOneModel<Document>> updates = new ArrayList<>();
		this.pending.forEach((id, events) -> updates.add(new UpdateOneModel<>(
				ours(id).append(Envelope.PENDING, new Document("$size", events.size())), cleared)));
		return this.collection.call((documents) -> documents.bulkWrite(updates, new BulkWriteOptions().ordered(false))
			.getMatchedCount()) == updates.size();
	}

	/// Documents that somebody has written to meanwhile, and whose new events nobody else
	/// may send.
	private void finishOneByOne(EventPublisher publisher, Consumer<PendingEvent> confirmed) {
		List<Document> left = this.collection.call(
				(documents) -> documents.find(ours()).projection(new Document(Envelope.ID, 1)).into(new ArrayList<>()));
		for (Document document : left) {
			new Claim(this.collection, document.getString(Envelope.ID), this.lease, List.of(), this.times)
				.withAllPending()
				.send(publisher, confirmed);
		}
	}

	private void takeOutConfirmed() {
		Document update = new Document("$pull", new Document(Envelope.PENDING,
				new Document("id", new Document("$in", List.copyOf(this.confirmedIds)))));
		this.collection.call((documents) -> documents.updateMany(ours(), update));
	}

	private void giveBack() {
		Document update = new Document("$unset", new Document(Envelope.LEASE, ""));
		this.collection.call((documents) -> documents.updateMany(ours(), update));
	}

	private boolean stillHeld() {
		return this.lease.heldAt(this.times.now().plus(this.times.longestSend()));
	}

	private Document ours() {
		return new Document(Envelope.ID, new Document("$in", List.copyOf(this.pending.keySet())))
			.append(Envelope.LEASE_TOKEN, this.lease.token());
	}

	private Document ours(String id) {
		return new Document(Envelope.ID, id).append(Envelope.LEASE_TOKEN, this.lease.token());
	}

}
