package dev.insyn.platform.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.insyn.platform.tenancy.TenantId;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/// Documents of one kind, each owned by a tenant: no method works without naming one, apart from expiry.
public final class TenantDocuments<T> {

	TenantDocuments() {
	}

	public Optional<Stored<T>> find(TenantId tenant, String id) {
		throw new UnsupportedOperationException();
	}

	/// @param criteria over the state's property paths
	public List<Stored<T>> find(TenantId tenant, Criteria criteria, Sort sort, int limit) {
		throw new UnsupportedOperationException();
	}

	public long count(TenantId tenant, Criteria criteria) {
		throw new UnsupportedOperationException();
	}

	/// @throws AlreadyExists if the id or a unique value is taken
	public Stored<T> insert(TenantId tenant, String id, Change<T> created) {
		throw new UnsupportedOperationException();
	}

	/// Loads, acts, writes if nobody wrote in between, else starts again: `act` may run
	/// more than once.
	/// @throws NotFound if there is no such document
	public Stored<T> change(TenantId tenant, String id, Function<T, Change<T>> act) {
		throw new UnsupportedOperationException();
	}

	/// As [#change], but an effect that the document remembers is not applied again (the
	/// last 100 are remembered).
	public Applied<T> changeOnce(TenantId tenant, String id, String effectId, Function<T, Change<T>> act) {
		throw new UnsupportedOperationException();
	}

	/// As [#changeOnce], creating the document if it is not there.
	public Applied<T> upsertOnce(TenantId tenant, String id, String effectId, Function<Optional<T>, Change<T>> act) {
		throw new UnsupportedOperationException();
	}

	/// @return whether there was one
	public boolean delete(TenantId tenant, String id) {
		throw new UnsupportedOperationException();
	}

	/// Streams all documents of the tenant, for sweeps.
	public void forEach(TenantId tenant, Consumer<Stored<T>> action) {
		throw new UnsupportedOperationException();
	}

	/// Deletes documents of every tenant whose instant at `path` is before `limit`.
	/// @return how many
	public long purgeBefore(String path, Instant limit) {
		throw new UnsupportedOperationException();
	}

}
