package dev.insyn.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.insyn.stack.broker.EmbeddedBroker;
import dev.insyn.stack.database.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;

/// The real broker in this process, and a database over the real protocol, in memory; each started when first needed.
final class EmbeddedInfrastructure implements Infrastructure {

	private @Nullable EmbeddedBroker broker;

	private @Nullable EmbeddedDatabase database;

	@Override
	public synchronized String bootstrapServers() {
		if (this.broker == null) {
			this.broker = EmbeddedBroker.start(0, temporaryDirectory());
		}
		return this.broker.bootstrapServers();
	}

	@Override
	public synchronized String mongoUri(String name) {
		if (this.database == null) {
			this.database = EmbeddedDatabase.start(0, null);
		}
		return this.database.uri(name);
	}

	@Override
	public String description() {
		return "the embedded broker and mongo-java-server in memory";
	}

	private static Path temporaryDirectory() {
		try {
			return Files.createTempDirectory("insyn-test-broker");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
