package dev.insyn.platform.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/// Documents that belong to no tenant, such as signing keys.
public final class SystemDocuments<T> {

	private final DocumentStore<T> store;

	SystemDocuments(DocumentStore<T> store) {
		this.store = store;
	}

	/// A document as it was read or written.
	public record Entry<T>(String id, long version, T state) {
	}

	public Optional<Entry<T>> find(String id) {
		return this.store.find(new Key(null, id)).map(SystemDocuments::entry);
	}

	/// @param limit at most so many, 0 for all
	public List<Entry<T>> find(Criteria criteria, Sort sort, int limit) {
		return this.store.find(this.store.mapping().criteria(criteria), sort, limit, false)
			.stream()
			.map(SystemDocuments::entry)
			.toList();
	}

	/// @throws AlreadyExists if the id or a unique value is taken
	public Entry<T> insert(String id, T state) {
		return entry(this.store.insert(new Key(null, id), Change.of(state), null));
	}

	/// Loads, acts, writes if nobody wrote in between, else starts again.
	/// @throws NotFound if there is no such document
	public Entry<T> change(String id, Function<T, Change<T>> act) {
		return entry(this.store.change(new Key(null, id), null, act).document());
	}

	public boolean delete(String id) {
		return this.store.delete(new Key(null, id));
	}

	/// Deletes documents whose instant at `path` is before `limit`.
	/// @return how many
	public long purgeBefore(String path, Instant limit) {
		return this.store.purgeBefore(path, limit);
	}

	private static <T> Entry<T> entry(DocumentStore.Loaded<T> document) {
		return new Entry<>(document.key().id(), document.version(), document.state());
	}

}
