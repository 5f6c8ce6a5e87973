package dev.insyn.stack.database;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStore.TxCounter;

/// Documents in one file, or in memory, whose databases use the indexes that are declared.
final class IndexedBackend extends H2Backend {

	IndexedBackend(MVStore store) {
		super(store);
	}

	/// What a message reads stays in the file until it is answered. Without being told,
	/// the store keeps no more than its
	/// last few versions, and its own thread, which tidies the file up meanwhile, takes
	/// away what a slow read is about to
	/// need: *chunk not found*.
	@Override
	public Document handleMessage(MongoMessage message) {
		TxCounter reading = getMvStore().registerVersionUsage();
		try {
			return super.handleMessage(message);
		}
		finally {
			getMvStore().deregisterVersionUsage(reading);
		}
	}

	@Override
	protected MongoDatabase openOrCreateDatabase(String databaseName) {
		return new IndexedDatabase(databaseName, getMvStore(), getCursorRegistry());
	}

}
