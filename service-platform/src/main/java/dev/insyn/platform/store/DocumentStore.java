package dev.insyn.platform.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.InsertManyOptions;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.messaging.OutgoingEvent;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.HttpStatus;

/// Reads and writes documents of one kind. Every write is one atomic operation on one document, which carries the
/// state, the events that come with it and the claim to send them.
final class DocumentStore<T> {

	private static final int ATTEMPTS = 100;

	private static final int REMEMBERED_EFFECTS = 100;

	private final Collection collection;

	private final StateMapping<T> mapping;

	private final Outbox outbox;

	private final @Nullable Bundles bundles;

	DocumentStore(Collection collection, StateMapping<T> mapping, Outbox outbox, @Nullable Bundles bundles) {
		this.collection = collection;
		this.mapping = mapping;
		this.outbox = outbox;
		this.bundles = bundles;
	}

	/// @throws IllegalStateException if documents don't come in bundles here
	Bundles bundles() {
		if (this.bundles == null) {
			throw new IllegalStateException(this.collection + " is not bundled");
		}
		return this.bundles;
	}

	Collection collection() {
		return this.collection;
	}

	StateMapping<T> mapping() {
		return this.mapping;
	}

	Optional<Loaded<T>> find(Key key) {
		return Optional.ofNullable(load(key)).map((document) -> loaded(key, document));
	}

	List<Loaded<T>> find(Document filter, Sort sort, int limit, boolean tenanted) {
		return this.collection.call((documents) -> {
			FindIterable<Document> found = documents.find(filter);
			if (sort.isSorted()) {
				found = found.sort(this.mapping.sort(sort));
			}
			if (limit > 0) {
				found = found.limit(limit);
			}
			List<Loaded<T>> all = new ArrayList<>();
			found.forEach((document) -> {
				if (!isDeleted(document)) {
					all.add(loaded(document, tenanted));
				}
			});
			return all;
		});
	}

	void forEach(Document filter, boolean tenanted, Consumer<Loaded<T>> action) {
		this.collection.call((documents) -> {
			documents.find(filter).batchSize(200).forEach((document) -> {
				if (!isDeleted(document)) {
					action.accept(loaded(document, tenanted));
				}
			});
			return true;
		});
	}

	long count(Document filter) {
		Document living = new Document(filter).append(Envelope.DELETED, new Document("$exists", false));
		return this.collection.call((documents) -> documents.countDocuments(living));
	}

	/// @throws AlreadyExists if the id or a unique value is taken
	Loaded<T> insert(Key key, Change<T> created, @Nullable String effectId) {
		List<Document> events = prepare(created.events());
		Lease lease = events.isEmpty() ? null : leaseToTake();
		Document document = document(key, created.state(), events, lease);
		if (effectId != null) {
			document.append(Envelope.APPLIED, List.of(effectId));
		}
		insert(document);
		sendSoon(key, lease, events, false);
		return new Loaded<>(key, 1L, created.state());
	}

	/// What a failure leaves written is known to the sweep alone, which sends its events
	/// when the lease has ended.
	/// @throws AlreadyExists if an id or a unique value is taken; the others may be
	/// written all the same
	void insertAll(Map<Key, Change<T>> created) {
		Lease lease = leaseToTake();
		Batch batch = (lease != null) ? new Batch(this.collection, lease, this.outbox.times()) : null;
		List<Document> all = new ArrayList<>();
		created.forEach((key, change) -> {
			List<Document> events = prepare(change.events());
			all.add(document(key, change.state(), events, events.isEmpty() ? null : lease));
			if (batch != null && !events.isEmpty()) {
				batch.add(key.composed(), events);
			}
		});
		try {
			this.collection.call((documents) -> documents.insertMany(all, new InsertManyOptions().ordered(false)));
		}
		catch (DuplicateKeyException ex) {
			throw new AlreadyExists(this.collection.name());
		}
		if (batch != null && created.values().stream().anyMatch((change) -> !change.events().isEmpty())) {
			this.outbox.sendSoon(batch);
		}
	}

	/// A new document, without events.
	Document document(Key key, T state) {
		return document(key, state, List.of(), null);
	}

	private Document document(Key key, T state, List<Document> events, @Nullable Lease lease) {
		Document document = this.mapping.write(state);
		document.append(Envelope.ID, key.composed()).append(Envelope.VERSION, 1L);
		if (key.tenant() != null) {
			document.append(Envelope.TENANT, key.tenant().value());
		}
		if (!events.isEmpty()) {
			document.append(Envelope.PENDING, events).append(Envelope.PENDING_SINCE, Date.from(now()));
		}
		if (lease != null) {
			document.append(Envelope.LEASE, lease.toDocument());
		}
		return document;
	}

	/// @throws NotFound if there is no such document
	Outcome<T> change(Key key, @Nullable String effectId, Function<T, Change<T>> act) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Document document = load(key);
			if (document == null) {
				throw new NotFound(this.collection.name());
			}
			Outcome<T> outcome = change(key, document, effectId, act);
			if (outcome != null) {
				return outcome;
			}
			LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1 + attempt * 200_000L));
		}
		throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "urn:insyn:problem:busy",
				"Too many at once want to change this in " + this.collection);
	}

	Outcome<T> upsert(Key key, String effectId, Function<Optional<T>, Change<T>> act) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			if (load(key) != null) {
				return change(key, effectId, (state) -> act.apply(Optional.of(state)));
			}
			Change<T> created = act.apply(Optional.empty());
			if (!created.writes()) {
				return new Outcome<>(new Loaded<>(key, 0L, created.state()), false);
			}
			try {
				return new Outcome<>(insert(key, created, effectId), false);
			}
			catch (AlreadyExists raced) {
				if (load(key) == null) {
					throw raced;
				}
			}
		}
		throw new AlreadyExists(this.collection.name());
	}

	/// Changes some of those that fit, in one request.
	/// @return how many were written
	int changeSome(Document filter, int limit, Function<Loaded<T>, Change<T>> act) {
		List<Document> read = this.collection
			.call((documents) -> documents.find(filter).limit(limit).into(new ArrayList<>()));
		read.removeIf(DocumentStore::isDeleted);
		return new ChangingMany<>(this, this.collection, this.outbox).change(read, act);
	}

	/// A document with events that are not out yet disappears from view now, and from the
	/// database when they are.
	boolean delete(Key key) {
		if (this.bundles != null) {
			throw new IllegalStateException(this.collection + " is bundled");
		}
		Document living = byKey(key).append(Envelope.DELETED, new Document("$exists", false));
		Document quiet = new Document(living).append(Envelope.PENDING_SINCE, new Document("$exists", false));
		long deleted = this.collection.call((documents) -> documents.deleteOne(quiet).getDeletedCount());
		if (deleted == 1) {
			return true;
		}
		Document mark = new Document("$set", new Document(Envelope.DELETED, true)).append("$inc",
				new Document(Envelope.VERSION, 1L));
		return this.collection.call((documents) -> documents.updateOne(living, mark).getMatchedCount()) == 1;
	}

	long purgeBefore(String path, Instant limit) {
		Document old = new Document(this.mapping.path(path), new Document("$lt", Date.from(limit)))
			.append(Envelope.PENDING_SINCE, new Document("$exists", false));
		return this.collection.call((documents) -> documents.deleteMany(old).getDeletedCount());
	}

	private @Nullable Outcome<T> change(Key key, Document read, @Nullable String effectId, Function<T, Change<T>> act) {
		Loaded<T> before = loaded(key, read);
		if (effectId != null && read.getList(Envelope.APPLIED, String.class, List.of()).contains(effectId)) {
			return new Outcome<>(before, true);
		}
		Change<T> change = act.apply(before.state());
		if (!change.writes()) {
			return new Outcome<>(before, false);
		}
		List<Document> events = prepare(change.events());
		Lease held = Lease.of(read);
		boolean ours = !events.isEmpty() && (held == null || !held.heldAt(now())) && waiting(List.of(read)).isEmpty();
		Lease lease = ours ? leaseToTake() : null;
		Document unmoved = unmoved(before);
		if (!events.isEmpty()) {
			unmoved.putAll(Lease.unmoved(held));
		}
		Document update = update(read, change, before.version() + 1, effectId, events, lease);
		if (!write(unmoved, update)) {
			return null;
		}
		sendSoon(key, lease, events, !PendingEvents.in(read).isEmpty());
		return new Outcome<>(new Loaded<>(key, before.version() + 1, change.state()), false);
	}

	/// The bundles of these documents that are not out yet.
	Set<String> waiting(List<Document> read) {
		Set<String> waiting = (this.bundles != null) ? this.bundles.pendingOf(read) : Collections.emptySet();
		if (!waiting.isEmpty()) {
			this.outbox.sweepAfterBundles();
		}
		return waiting;
	}

	Document unmoved(Loaded<T> before) {
		return byKey(before.key()).append(Envelope.VERSION, before.version());
	}

	Document update(Document read, Change<T> change, long version, @Nullable String effectId, List<Document> events,
			@Nullable Lease lease) {
		Document set = this.mapping.write(change.state());
		Document unset = new Document();
		read.keySet().stream().filter(Envelope::isState).filter((field) -> !set.containsKey(field)).forEach((field) -> {
			unset.append(field, "");
		});
		Document push = new Document();
		set.append(Envelope.VERSION, version);
		if (!events.isEmpty()) {
			push.append(Envelope.PENDING, new Document("$each", events));
			set.append(Envelope.PENDING_SINCE, read.get(Envelope.PENDING_SINCE, Date.from(now())));
		}
		if (lease != null) {
			set.append(Envelope.LEASE, lease.toDocument());
			if (read.containsKey(Envelope.BUNDLE)) {
				unset.append(Envelope.BUNDLE, "");
			}
		}
		if (effectId != null) {
			push.append(Envelope.APPLIED,
					new Document("$each", List.of(effectId)).append("$slice", -REMEMBERED_EFFECTS));
		}
		Document update = new Document("$set", set);
		if (!unset.isEmpty()) {
			update.append("$unset", unset);
		}
		if (!push.isEmpty()) {
			update.append("$push", push);
		}
		return update;
	}

	private void insert(Document document) {
		try {
			this.collection.call((documents) -> documents.insertOne(document));
		}
		catch (DuplicateKeyException ex) {
			throw new AlreadyExists(this.collection.name());
		}
	}

	private boolean write(Document filter, Document update) {
		try {
			return this.collection.call((documents) -> documents.updateOne(filter, update).getMatchedCount()) == 1;
		}
		catch (DuplicateKeyException ex) {
			throw new AlreadyExists(this.collection.name());
		}
	}

	List<Document> prepare(List<OutgoingEvent> events) {
		return events.stream().map(this.outbox.publisher()::prepare).map(PendingEvents::toDocument).toList();
	}

	private @Nullable Lease leaseToTake() {
		return this.outbox.sendsAtOnce() ? Lease.take(now(), this.outbox.times().lease()) : null;
	}

	/// @param othersFirst whether events of earlier writes wait in the document
	private void sendSoon(Key key, @Nullable Lease lease, List<Document> events, boolean othersFirst) {
		if (lease != null) {
			Claim claim = new Claim(this.collection, key.composed(), lease, events, this.outbox.times());
			this.outbox.sendSoon(othersFirst ? claim.withAllPending() : claim);
		}
	}

	private @Nullable Document load(Key key) {
		Document document = this.collection.call((documents) -> documents.find(byKey(key)).first());
		return (document != null && !isDeleted(document)) ? document : null;
	}

	Loaded<T> loaded(Document document, boolean tenanted) {
		return loaded(Key.parse(document.getString(Envelope.ID), tenanted), document);
	}

	private Loaded<T> loaded(Key key, Document document) {
		return new Loaded<>(key, document.getLong(Envelope.VERSION), this.mapping.read(document, key.id()));
	}

	private static boolean isDeleted(Document document) {
		return document.getBoolean(Envelope.DELETED, false);
	}

	private static Document byKey(Key key) {
		return new Document(Envelope.ID, key.composed());
	}

	private Instant now() {
		return this.outbox.times().now();
	}

	/// A document as read.
	record Loaded<T>(Key key, long version, T state) {
	}

	/// What became of a change.
	record Outcome<T>(Loaded<T> document, boolean alreadyApplied) {
	}

}
