package dev.insyn.platform.store;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

import com.mongodb.client.model.IndexOptions;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the declared indexes once the application runs, and keeps trying while the database is away.
final class Indexes {

	private static final Logger logger = LoggerFactory.getLogger(Indexes.class);

	private static final Duration RETRY = Duration.ofSeconds(2);

	private final Queue<Index> declared = new ConcurrentLinkedQueue<>();

	private volatile boolean running;

	/// @param keys asked for when the index is made, not while beans are still being made
	void declare(Collection collection, Supplier<Document> keys, boolean unique, boolean sparse) {
		this.declared.add(new Index(collection, keys, unique, sparse));
		if (this.running) {
			makeInBackground();
		}
	}

	void start() {
		this.running = true;
		makeInBackground();
	}

	void stop() {
		this.running = false;
	}

	private void makeInBackground() {
		Thread.ofVirtual().name("indexes").start(this::makeAll);
	}

	private void makeAll() {
		Index index = this.declared.poll();
		while (index != null && this.running) {
			try {
				index.make();
			}
			catch (RuntimeException ex) {
				logger.debug("No index {} on {} yet: {}", index.keys().get().keySet(), index.collection(),
						ex.getClass().getName());
				this.declared.add(index);
				if (!pause()) {
					return;
				}
			}
			index = this.declared.poll();
		}
	}

	private static boolean pause() {
		try {
			Thread.sleep(RETRY);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private record Index(Collection collection, Supplier<Document> keys, boolean unique, boolean sparse) {

		void make() {
			this.collection.call((documents) -> documents.createIndex(this.keys.get(),
					new IndexOptions().unique(this.unique).sparse(this.sparse)));
		}

	}

}
