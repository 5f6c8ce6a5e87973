package dev.insyn.stack.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

import de.bwaldvogel.mongo.MongoServer;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/// A database that the real MongoDB driver talks to, listening on loopback only. It knows no transactions, pipeline
/// updates, change streams or expiring indexes.
public final class EmbeddedDatabase implements AutoCloseable {

	/// How many milliseconds of acknowledged writes a crash may take with it; H2's own
	/// default is a second.
	private static final int COMMIT_DELAY = 100;

	static final String FILE = "documents-2.mv";

	/// Until documents were kept as BSON.
	private static final String OLDER_FILE = "documents.mv";

	private final MongoServer server;

	private final InetSocketAddress address;

	private EmbeddedDatabase(MongoServer server, InetSocketAddress address) {
		this.server = server;
		this.address = address;
	}

	/// @param port the port to listen on, 0 for a free one
	/// @param dir where the documents are kept, made if missing; `null` keeps them in
	/// memory
	public static EmbeddedDatabase start(int port, @Nullable Path dir) {
		MongoServer server = new MongoServer(
				AtomicReplies.of(new IndexedBackend((dir != null) ? file(dir) : MVStore.open(null))));
		server.bind("127.0.0.1", port);
		return new EmbeddedDatabase(server, server.getLocalAddress());
	}

	/// Whether what lies there was written by an older version and can't be read.
	public static boolean leftBehindByOlder(Path dir) {
		return Files.exists(dir.resolve(OLDER_FILE));
	}

	/// The connection string of one database.
	public String uri(String database) {
		return "mongodb://127.0.0.1:" + this.address.getPort() + "/" + database;
	}

	@Override
	public void close() {
		this.server.shutdownNow();
	}

	private static MVStore file(Path dir) {
		try {
			Path file = Files.createDirectories(dir.toAbsolutePath()).resolve(FILE);
			MVStore store = MVStore.open(file.toString());
			store.setAutoCommitDelay(COMMIT_DELAY);
			return store;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
