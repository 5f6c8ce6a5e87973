package dev.insyn.platform.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.insyn.platform.tenancy.TenantId;

/// New documents by the thousand, as they come into being: each part is written in one request. Their events leave when this
/// is closed, or after a while, so that sending does not compete with the writing that somebody waits for; what a crash
/// leaves is sent by the sweep.
///
/// For one thread at a time.
public final class Inserting<T> implements AutoCloseable {

	private final DocumentStore<T> store;

	private final TenantId tenant;

	private final Outbox outbox;

	private final List<Batch> held = new ArrayList<>();

	Inserting(DocumentStore<T> store, TenantId tenant, Outbox outbox) {
		this.store = store;
		this.tenant = tenant;
		this.outbox = outbox;
	}

	/// @throws AlreadyExists if an id or a unique value is taken; the others may be
	/// written all the same
	public void insert(Map<String, Change<T>> created) {
		Map<Key, Change<T>> keyed = new LinkedHashMap<>();
		created.forEach((id, change) -> keyed.put(new Key(this.tenant, id), change));
		Batch batch = this.store.insertMany(keyed);
		if (batch != null) {
			this.held.add(batch);
		}
		if (!this.held.isEmpty() && this.held.getFirst().isHeldLong()) {
			close();
		}
	}

	/// Lets the events go.
	@Override
	public void close() {
		this.held.forEach(this.outbox::sendSoon);
		this.held.clear();
	}

}
