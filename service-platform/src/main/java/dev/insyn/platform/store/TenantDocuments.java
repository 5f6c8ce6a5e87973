package dev.insyn.platform.store;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.insyn.platform.tenancy.TenantId;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/// Documents of one kind, each owned by a tenant: no method works without naming one, apart from expiry.
public final class TenantDocuments<T> {

	private static final int AT_ONCE = 1000;

	private static final int SOME = 500;

	private final DocumentStore<T> store;

	private final Indexes indexes;

	private final Outbox outbox;

	TenantDocuments(DocumentStore<T> store, Indexes indexes, Outbox outbox) {
		this.store = store;
		this.indexes = indexes;
		this.outbox = outbox;
	}

	/// Declares an index, not unique, of the tenant and each of these state paths; made
	/// in the background.
	public TenantDocuments<T> indexed(String... statePaths) {
		for (String path : statePaths) {
			this.indexes.declare(this.store.collection(),
					() -> new Document(Envelope.TENANT, 1).append(this.store.mapping().path(path), 1), false, false);
		}
		return this;
	}

	public Optional<Stored<T>> find(TenantId tenant, String id) {
		return this.store.find(new Key(tenant, id)).map(TenantDocuments::stored);
	}

	/// @param criteria over the state's property paths; `id` is the document's id, for
	/// equality and `in`
	/// @param limit at most so many, 0 for all
	public List<Stored<T>> find(TenantId tenant, Criteria criteria, Sort sort, int limit) {
		return this.store.find(scoped(tenant, criteria), sort, limit, true)
			.stream()
			.map(TenantDocuments::stored)
			.toList();
	}

	/// Documents in the order of their ids, those after one of them: all of them are
	/// walked
	/// through slice by slice, each at the price of a slice, while others write. Wants
	/// the
	/// index that `indexed("id")` declares.
	/// @param after the last id of the slice before; null for the first
	/// @param criteria not over the id
	public List<Stored<T>> findAfter(TenantId tenant, @Nullable String after, Criteria criteria, int limit) {
		Document next = scoped(tenant, criteria);
		next.append(Envelope.ID, new Document("$gt", new Key(tenant, (after != null) ? after : "").composed()));
		next.append(Envelope.DELETED, new Document("$exists", false));
		return this.store.find(next, Sort.by("id"), limit, true).stream().map(TenantDocuments::stored).toList();
	}

	public long count(TenantId tenant, Criteria criteria) {
		return this.store.count(scoped(tenant, criteria));
	}

	/// @throws AlreadyExists if the id or a unique value is taken
	public Stored<T> insert(TenantId tenant, String id, Change<T> created) {
		return stored(this.store.insert(new Key(tenant, id), created, null));
	}

	/// Many at once, in one request to the database per thousand, with the events of each
	/// as [#insert] sends them.
	/// @param created by id
	/// @throws AlreadyExists if an id or a unique value is taken; the others may be
	/// written all the same
	public void insertAll(TenantId tenant, Map<String, Change<T>> created) {
		Map<Key, Change<T>> some = new LinkedHashMap<>();
		created.forEach((id, change) -> {
			some.put(new Key(tenant, id), change);
			if (some.size() == AT_ONCE) {
				this.store.insertAll(some);
				some.clear();
			}
		});
		if (!some.isEmpty()) {
			this.store.insertAll(some);
		}
	}

	/// New documents part by part, as many as come; close it to let their events go. Only
	/// where they are [bundled][TenantDocumentsFactory#bundled].
	public Inserting<T> inserting(TenantId tenant) {
		return new Inserting<>(this.store, tenant, this.outbox);
	}

	/// Loads, acts, writes if nobody wrote in between, else starts again: `act` may run
	/// more than once.
	/// @throws NotFound if there is no such document
	public Stored<T> change(TenantId tenant, String id, Function<T, Change<T>> act) {
		return stored(this.store.change(new Key(tenant, id), null, act).document());
	}

	/// Changes up to five hundred documents that fit, in one request to the database,
	/// with
	/// the events of each as [#change] sends them. Asked again and again it changes all,
	/// if
	/// what is changed fits no more.
	/// @param act may run more than once
	/// @return how many were written
	public int changeSome(TenantId tenant, Criteria criteria, Function<Stored<T>, Change<T>> act) {
		return this.store.changeSome(scoped(tenant, criteria), SOME, (document) -> act.apply(stored(document)));
	}

	/// As [#change], but an effect that the document remembers is not applied again (the
	/// last 100 are remembered).
	public Applied<T> changeOnce(TenantId tenant, String id, String effectId, Function<T, Change<T>> act) {
		return applied(this.store.change(new Key(tenant, id), effectId, act));
	}

	/// As [#changeOnce], creating the document if it is not there.
	public Applied<T> upsertOnce(TenantId tenant, String id, String effectId, Function<Optional<T>, Change<T>> act) {
		return applied(this.store.upsert(new Key(tenant, id), effectId, act));
	}

	/// Events of the document that are not out yet still go out. Not where documents are
	/// bundled: a bundle that is carried through after a crash could bring one back.
	/// @return whether there was one
	public boolean delete(TenantId tenant, String id) {
		return this.store.delete(new Key(tenant, id));
	}

	/// The documents with these ids, in no order; looked up by `_id`, which every
	/// database
	/// does quickly.
	public List<Stored<T>> findAll(TenantId tenant, Collection<String> ids) {
		return ids.isEmpty() ? List.of() : find(tenant, Criteria.where("id").in(ids), Sort.unsorted(), 0);
	}

	/// Streams all documents of the tenant, for sweeps.
	public void forEach(TenantId tenant, Consumer<Stored<T>> action) {
		this.store.forEach(new Document(Envelope.TENANT, tenant.value()), true,
				(document) -> action.accept(stored(document)));
	}

	/// Deletes documents of every tenant whose instant at `path` is before `limit`.
	/// @return how many
	public long purgeBefore(String path, Instant limit) {
		return this.store.purgeBefore(path, limit);
	}

	/// The one place where a query gets its tenant.
	private Document scoped(TenantId tenant, Criteria criteria) {
		Document conditions = this.store.mapping().criteria(criteria);
		if (conditions.containsKey(Envelope.TENANT)) {
			throw new IllegalArgumentException("Criteria may not name a tenant");
		}
		if (conditions.size() == 1 && conditions.containsKey(Envelope.ID)) {
			// The id says the tenant. Alone it is found by its index also where databases
			// use one only for exactly its fields.
			return new Document(Envelope.ID, composed(tenant, conditions.get(Envelope.ID)));
		}
		Document scoped = new Document(Envelope.TENANT, tenant.value());
		conditions
			.forEach((field, value) -> scoped.put(field, field.equals(Envelope.ID) ? composed(tenant, value) : value));
		return scoped;
	}

	private static Object composed(TenantId tenant, Object condition) {
		if (condition instanceof Document operator && operator.size() == 1
				&& operator.get("$in") instanceof Collection<?> ids) {
			return new Document("$in", ids.stream().map((id) -> composed(tenant, String.valueOf(id))).toList());
		}
		if (condition instanceof String id) {
			return new Key(tenant, id).composed();
		}
		throw new IllegalArgumentException("Criteria on the id can be equality or in");
	}

	private static <T> Applied<T> applied(DocumentStore.Outcome<T> outcome) {
		return new Applied<>(stored(outcome.document()), outcome.alreadyApplied());
	}

	private static <T> Stored<T> stored(DocumentStore.Loaded<T> document) {
		TenantId tenant = document.key().tenant();
		if (tenant == null) {
			throw new IllegalStateException("A document without a tenant");
		}
		return new Stored<>(tenant, document.key().id(), document.version(), document.state());
	}

}
