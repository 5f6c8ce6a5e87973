package dev.insyn.stack.database;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.StringDataType;

/// What a stopped database has left in its file.
final class Stored {

	private Stored() {
	}

	static MVMap<String, Object> index(MVStore store, String name) {
		return store.openMap("facts.facts._index_" + name,
				new MVMap.Builder<String, Object>().keyType(StringDataType.INSTANCE));
	}

	static void change(Path dir, Consumer<MVStore> change) {
		try (MVStore store = MVStore.open(dir.resolve(EmbeddedDatabase.FILE).toString())) {
			change.accept(store);
			store.commit();
		}
	}

}
