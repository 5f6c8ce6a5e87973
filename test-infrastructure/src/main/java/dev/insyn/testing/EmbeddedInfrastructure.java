package dev.insyn.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.insyn.stack.broker.EmbeddedBroker;
import dev.insyn.stack.database.EmbeddedDatabase;

/// The real broker in this process, and a database over the real protocol, in memory.
final class EmbeddedInfrastructure implements Infrastructure {

	private final EmbeddedBroker broker;

	private final EmbeddedDatabase database;

	EmbeddedInfrastructure() {
		this.database = EmbeddedDatabase.start(0, null);
		this.broker = EmbeddedBroker.start(0, temporaryDirectory());
	}

	@Override
	public String bootstrapServers() {
		return this.broker.bootstrapServers();
	}

	@Override
	public String mongoUri(String name) {
		return this.database.uri(name);
	}

	@Override
	public String description() {
		return "embedded: Kafka in this JVM at " + bootstrapServers() + ", mongo-java-server in memory";
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
