package dev.insyn.platform.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/// Documents that belong to no tenant, such as signing keys.
public final class SystemDocuments<T> {

	SystemDocuments() {
	}

	/// A document as it was read or written.
	public record Entry<T>(String id, long version, T state) {
	}

	public Optional<Entry<T>> find(String id) {
		throw new UnsupportedOperationException();
	}

	public List<Entry<T>> find(Criteria criteria, Sort sort, int limit) {
		throw new UnsupportedOperationException();
	}

	/// @throws AlreadyExists if the id or a unique value is taken
	public Entry<T> insert(String id, T state) {
		throw new UnsupportedOperationException();
	}

	/// @throws NotFound if there is no such document
	public Entry<T> change(String id, Function<T, Change<T>> act) {
		throw new UnsupportedOperationException();
	}

	public boolean delete(String id) {
		throw new UnsupportedOperationException();
	}

	public long purgeBefore(String path, Instant limit) {
		throw new UnsupportedOperationException();
	}

}
