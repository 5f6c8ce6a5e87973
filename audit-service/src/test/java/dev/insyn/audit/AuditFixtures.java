package dev.insyn.audit;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

import org.springframework.core.env.Environment;

/// Events to record, and a way into the database that the service knows nothing of.
final class AuditFixtures {

	private AuditFixtures() {
	}

	static AuditedEvent event(int number) {
		String body = "{\"contact\":\"anna\",\"sealed\":\"a..b.c." + number + "\"}";
		return new AuditedEvent("event-" + number, "contact.data-updated.v1", "anna", "contact:anna",
				"2026-11-21T09:30:00Z", "/contact-service", "anna", null, null, body.getBytes(StandardCharsets.UTF_8),
				"digest-" + number, null);
	}

	static String place(int number) {
		return "insyn.contacts-0-" + number;
	}

	/// The database as someone with its password sees it.
	static final class Intruder implements AutoCloseable {

		private final MongoClient client;

		private final String database;

		Intruder(Environment environment) {
			String uri = Objects.requireNonNull(environment.getProperty("spring.mongodb.uri"));
			this.client = MongoClients.create(uri);
			this.database = Objects.requireNonNull(new ConnectionString(uri).getDatabase());
		}

		MongoCollection<Document> records() {
			return this.client.getDatabase(this.database).getCollection("records");
		}

		MongoCollection<Document> heads() {
			return this.client.getDatabase(this.database).getCollection("heads");
		}

		@Override
		public void close() {
			this.client.close();
		}

	}

}
