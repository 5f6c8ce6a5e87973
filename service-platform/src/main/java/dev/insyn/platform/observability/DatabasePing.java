package dev.insyn.platform.observability;

import com.mongodb.client.MongoClient;
import org.bson.Document;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/// Whether MongoDB answers. Boot's own indicator asks `hello`, which the embedded database does not know.
final class DatabasePing extends AbstractHealthIndicator {

	private final MongoClient client;

	DatabasePing(MongoClient client) {
		super("MongoDB does not answer");
		this.client = client;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		this.client.getDatabase("admin").runCommand(new Document("ping", 1));
		health.up();
	}

}
