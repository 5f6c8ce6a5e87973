package dev.insyn.stack.database;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/// One document per key.
final class UniqueIndex extends AbstractUniqueIndex<Object> implements Lookup {

	private final IndexEntries entries;

	private final List<String> fields;

	UniqueIndex(IndexEntries entries, String name, List<IndexKey> keys, boolean sparse) {
		super(name, keys, sparse);
		this.entries = entries;
		this.fields = keys.stream().map(IndexKey::getKey).toList();
	}

	@Override
	public IndexEntries entries() {
		return this.entries;
	}

	@Override
	public List<String> fields() {
		return this.fields;
	}

	@Override
	public boolean leavesOutMissing() {
		return isSparse();
	}

	/// An empty list makes no key, so that only a whole key leads to every document that
	/// has it.
	@Override
	public Optional<Bounds> bounds(Document query) {
		return Lookup.super.bounds(query).filter((bounds) -> bounds.equal() == this.fields.size());
	}

	/// An id is never a list.
	@Override
	public boolean isOrderedBy(Bounds bounds, List<String> sorted) {
		return this.fields.equals(List.of("_id")) && Lookup.super.isOrderedBy(bounds, sorted);
	}

	/// Of lists of values only: [IndexedCollection] asks for everything else.
	@Override
	public boolean canHandle(Document query) {
		return this.fields.size() == 1 && query.get(this.fields.getFirst()) instanceof Document wanted
				&& wanted.size() == 1 && wanted.containsKey("$in");
	}

	@Override
	protected @Nullable Object removeDocument(KeyValue key) {
		return this.entries.byKey().remove(EncodedKey.of(key));
	}

	@Override
	protected boolean putKeyPosition(KeyValue key, Object position) {
		return this.entries.byKey().putIfAbsent(EncodedKey.of(key), position) == null;
	}

	@Override
	protected @Nullable Object getPosition(KeyValue key) {
		return this.entries.byKey().get(EncodedKey.of(key));
	}

	/// For regular expressions, which [#canHandle] leaves to a look at every document.
	@Override
	protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
		throw new UnsupportedOperationException();
	}

	@Override
	public long getCount() {
		return this.entries.byKey().sizeAsLong();
	}

	@Override
	public long getDataSize() {
		return getCount();
	}

}
