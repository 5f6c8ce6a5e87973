package dev.insyn.stack.database;

import java.util.List;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.ObjectDataType;
import org.h2.mvstore.type.StringDataType;

/// mongo-java-server knows unique indexes only, asks them only when a query names exactly their fields, and keeps them and
/// the documents by Java serialization: nearly every conditional update reads a whole collection. This one keeps every
/// index, takes what lies between its bounds, and stores BSON.
final class IndexedDatabase extends H2Database {

	private static final String DOCUMENTS = "databases.";

	private static final String META = "meta.";

	private static final DataType<Object> ANY = new ObjectDataType();

	private final MVStore store;

	IndexedDatabase(String name, MVStore store, CursorRegistry cursors) {
		// The superclass opens what is there before it returns.
		this.store = store;
		super(name, store, cursors);
	}

	@Override
	public Document handleCommand(Channel channel, String command, Document sent, DatabaseResolver databases,
			Oplog oplog) {
		return Count.of(command, sent)
			.map((count) -> count.reply(getDatabaseName(),
					super.handleCommand(channel, "count", count.command(), databases, oplog)))
			.orElseGet(() -> super.handleCommand(channel, command, sent, databases, oplog));
	}

	@Override
	protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
		String name = getDatabaseName() + "." + collection;
		MVMap<Object, Document> documents = this.store.openMap(DOCUMENTS + name,
				new MVMap.Builder<Object, Document>().keyType(ANY).valueType(new BsonType()));
		return new IndexedCollection(this, collection, options, documents, this.store.openMap(META + name),
				this.cursorRegistry);
	}

	@Override
	protected Index<Object> openOrCreateUniqueIndex(String collection, String index, List<IndexKey> keys,
			boolean sparse) {
		return new UniqueIndex(entries(collection, index), index, keys, sparse);
	}

	@Override
	protected Index<Object> openOrCreateSecondaryIndex(String collection, String index, List<IndexKey> keys,
			boolean sparse) {
		return new SecondaryIndex(entries(collection, index), index, keys, sparse);
	}

	/// Under the name by which the superclass removes it when the index is dropped.
	private IndexEntries entries(String collection, String index) {
		String name = getDatabaseName() + "." + collection + "._index_" + index;
		return new IndexEntries(this.store.hasMap(name), this.store.openMap(name,
				new MVMap.Builder<String, Object>().keyType(StringDataType.INSTANCE).valueType(ANY)));
	}

}
