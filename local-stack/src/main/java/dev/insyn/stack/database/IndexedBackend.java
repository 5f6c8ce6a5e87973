package dev.insyn.stack.database;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.h2.mvstore.MVStore;

/// Documents in one file, or in memory, whose databases use the indexes that are declared.
final class IndexedBackend extends H2Backend {

	IndexedBackend(MVStore store) {
		super(store);
	}

	@Override
	protected MongoDatabase openOrCreateDatabase(String databaseName) {
		return new IndexedDatabase(databaseName, getMvStore(), getCursorRegistry());
	}

}
