package dev.insyn.stack.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.jspecify.annotations.Nullable;

/// A database that the real MongoDB driver talks to, listening on loopback only. It knows no transactions, pipeline
/// updates, change streams or expiring indexes.
public final class EmbeddedDatabase implements AutoCloseable {

	/// How many milliseconds of acknowledged writes a crash may take with it; H2's own
	/// default is a second.
	private static final int COMMIT_DELAY = 100;

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
		MongoServer server = new MongoServer(AtomicReplies.of((dir != null) ? files(dir) : new MemoryBackend()));
		server.bind("127.0.0.1", port);
		return new EmbeddedDatabase(server, server.getLocalAddress());
	}

	/// The connection string of one database.
	public String uri(String database) {
		return "mongodb://127.0.0.1:" + this.address.getPort() + "/" + database;
	}

	@Override
	public void close() {
		this.server.shutdownNow();
	}

	private static MongoBackend files(Path dir) {
		try {
			Path file = Files.createDirectories(dir.toAbsolutePath()).resolve("documents.mv");
			H2Backend backend = new H2Backend(file.toString());
			backend.getMvStore().setAutoCommitDelay(COMMIT_DELAY);
			return backend;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
