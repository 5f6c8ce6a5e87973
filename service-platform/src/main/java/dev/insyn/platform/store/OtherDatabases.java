package dev.insyn.platform.store;

import java.util.List;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/// Opens databases beside the service's own, with the same timeouts and metrics.
final class OtherDatabases {

	private final List<MongoClientSettingsBuilderCustomizer> customizers;

	OtherDatabases(List<MongoClientSettingsBuilderCustomizer> customizers) {
		this.customizers = List.copyOf(customizers);
	}

	Opened open(String uri) {
		ConnectionString connection = new ConnectionString(uri);
		String database = connection.getDatabase();
		if (database == null) {
			throw new IllegalArgumentException("The address names no database");
		}
		MongoClientSettings.Builder settings = MongoClientSettings.builder();
		this.customizers.forEach((customizer) -> customizer.customize(settings));
		MongoClient client = MongoClients.create(settings.applyConnectionString(connection).build());
		return new Opened(client, new SimpleMongoClientDatabaseFactory(client, database));
	}

	/// A client of its own, closed with its factory.
	record Opened(MongoClient client, MongoDatabaseFactory databases) implements AutoCloseable {

		@Override
		public void close() {
			this.client.close();
		}

	}

}
