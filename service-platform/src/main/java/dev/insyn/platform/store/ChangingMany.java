package dev.insyn.platform.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Changes many documents in one request, each under the condition that nobody has written to it since it was read, and
/// sends their events as one batch. What can't go that way (events of earlier writes or of its bundle wait, somebody was
/// quicker, the broker is away) is changed by itself.
final class ChangingMany<T> {

	private final DocumentStore<T> store;

	private final Collection collection;

	private final Outbox outbox;

	ChangingMany(DocumentStore<T> store, Collection collection, Outbox outbox) {
		this.store = store;
		this.collection = collection;
		this.outbox = outbox;
	}

	/// @return how many were written
	int change(List<Document> read, Function<DocumentStore.Loaded<T>, Change<T>> act) {
		Lease lease = this.outbox.sendsAtOnce() ? Lease.take(this.outbox.times().now(), this.outbox.times().lease())
				: null;
		Map<String, List<Document>> events = new LinkedHashMap<>();
		List<UpdateOneModel<Document>> updates = new ArrayList<>();
		List<Document> alone = new ArrayList<>();
		Set<String> waiting = this.store.waiting(read);
		for (Document document : read) {
			if (lease == null || Lease.of(document) != null || !PendingEvents.in(document).isEmpty()
					|| waiting.contains(document.getString(Envelope.BUNDLE))) {
				alone.add(document);
				continue;
			}
			DocumentStore.Loaded<T> before = this.store.loaded(document, true);
			Change<T> change = act.apply(before);
			if (change.writes() && change.events().isEmpty()) {
				alone.add(document);
			}
			else if (change.writes()) {
				List<Document> own = this.store.prepare(change.events());
				updates.add(new UpdateOneModel<>(
						this.store.unmoved(before).append(Envelope.LEASE, new Document("$exists", false)),
						this.store.update(document, change, before.version() + 1, null, own, lease)));
				events.put(document.getString(Envelope.ID), own);
			}
		}
		Set<String> written = write(updates, events.keySet(), lease);
		send(events, written, lease);
		read.stream()
			.filter((document) -> events.containsKey(document.getString(Envelope.ID))
					&& !written.contains(document.getString(Envelope.ID)))
			.forEach(alone::add);
		return written.size() + oneByOne(alone, act);
	}

	/// @return the ids of those that nobody else had written to
	private Set<String> write(List<UpdateOneModel<Document>> updates, Set<String> ids, @Nullable Lease lease) {
		if (updates.isEmpty() || lease == null) {
			return Set.of();
		}
		int matched = this.collection
			.call((documents) -> documents.bulkWrite(updates, new BulkWriteOptions().ordered(false)).getMatchedCount());
		if (matched == updates.size()) {
			return ids;
		}
		Document ours = new Document(Envelope.ID, new Document("$in", List.copyOf(ids))).append(Envelope.LEASE_TOKEN,
				lease.token());
		Set<String> written = new HashSet<>();
		this.collection.call((documents) -> documents.find(ours)
			.projection(new Document(Envelope.ID, 1))
			.map((document) -> document.getString(Envelope.ID))
			.into(written));
		return written;
	}

	private void send(Map<String, List<Document>> events, Set<String> written, @Nullable Lease lease) {
		if (lease != null && !written.isEmpty()) {
			Batch batch = new Batch(this.collection, lease, this.outbox.times());
			events.forEach((id, own) -> {
				if (written.contains(id)) {
					batch.add(id, own);
				}
			});
			this.outbox.sendSoon(batch);
		}
	}

	private int oneByOne(List<Document> alone, Function<DocumentStore.Loaded<T>, Change<T>> act) {
		int written = 0;
		for (Document document : alone) {
			DocumentStore.Loaded<T> before = this.store.loaded(document, true);
			try {
				DocumentStore.Outcome<T> outcome = this.store.change(before.key(), null,
						(state) -> act.apply(new DocumentStore.Loaded<>(before.key(), before.version(), state)));
				written += (outcome.document().version() > before.version()) ? 1 : 0;
			}
			catch (NotFound gone) {
				// then there is nothing to change
			}
		}
		return written;
	}

}
