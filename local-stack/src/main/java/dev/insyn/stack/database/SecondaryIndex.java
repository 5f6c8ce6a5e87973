package dev.insyn.stack.database;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/// Any number of documents per key, and, where a field holds a list, any number of keys per document.
final class SecondaryIndex extends Index<Object> implements Lookup {

	private final IndexEntries entries;

	private final List<String> fields;

	SecondaryIndex(IndexEntries entries, String name, List<IndexKey> keys, boolean sparse) {
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

	@Override
	public void add(Document document, Object position, MongoCollection<Object> collection) {
		if (!isLeftOut(document)) {
			keys(document).forEach((key) -> this.entries.byKey().put(entry(key, position), position));
		}
	}

	/// Nothing: where the document lies, the unique index of its id knows.
	@Override
	public @Nullable Object getPosition(Document document) {
		return null;
	}

	@Override
	public @Nullable Object remove(Document document) {
		return remove(document, Missing.ofNullable(document.get("_id")));
	}

	@Override
	public void updateInPlace(Document oldDocument, Document newDocument, Object position,
			MongoCollection<Object> collection) {
		if (!nullAwareEqualsKeys(oldDocument, newDocument)) {
			remove(oldDocument, position);
			add(newDocument, position, collection);
		}
	}

	private @Nullable Object remove(Document document, Object position) {
		if (isLeftOut(document)) {
			return null;
		}
		keys(document).forEach((key) -> this.entries.byKey().remove(entry(key, position)));
		return position;
	}

	/// An empty list makes no key in the superclass; here the document stands in the
	/// index all the same.
	private Set<KeyValue> keys(Document document) {
		Set<KeyValue> keys = getKeyValues(document);
		return !keys.isEmpty() ? keys : Set.of(new KeyValue(
				this.fields.stream().map((field) -> Missing.ofNullable(single(document, field))).toList()));
	}

	private static @Nullable Object single(Document document, String path) {
		Object value = document;
		for (String step : path.split("\\.")) {
			value = (value instanceof Document part) ? part.get(step) : null;
		}
		return (value instanceof Collection<?>) ? null : value;
	}

	private boolean isLeftOut(Document document) {
		return isSparse() && keys(document).stream().allMatch(SecondaryIndex::isEmpty);
	}

	private static boolean isEmpty(KeyValue key) {
		return key.stream().allMatch(Missing::isNullOrMissing);
	}

	private static String entry(KeyValue key, Object position) {
		return EncodedKey.of(key) + EncodedKey.of(position);
	}

	@Override
	public void checkAdd(Document document, MongoCollection<Object> collection) {
		getKeyValues(document);
	}

	@Override
	public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
		getKeyValues(newDocument);
	}

	@Override
	public boolean canHandle(Document query) {
		return false;
	}

	@Override
	public Iterable<Object> getPositions(Document query) {
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

	@Override
	public void drop() {
		this.entries.byKey().clear();
	}

}
