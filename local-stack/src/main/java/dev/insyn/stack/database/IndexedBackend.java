package dev.insyn.stack.database;

import java.util.function.Supplier;

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

	@Override
	public Document handleMessage(MongoMessage message) {
		return kept(() -> super.handleMessage(message));
	}

	/// Builds indexes that were not completed, for which it reads all documents.
	@Override
	protected MongoDatabase openOrCreateDatabase(String databaseName) {
		return kept(() -> new IndexedDatabase(databaseName, getMvStore(), getCursorRegistry()));
	}

	/// What is read stays in the file until the reading is over. Without being told, the
	/// store keeps no more than its last few versions, and its own thread, which tidies
	/// the file up meanwhile, takes away what a slow reader is about to need: *chunk not
	/// found*.
	private <T> T kept(Supplier<T> reading) {
		TxCounter usage = getMvStore().registerVersionUsage();
		try {
			return reading.get();
		}
		finally {
			getMvStore().deregisterVersionUsage(usage);
		}
	}

}
