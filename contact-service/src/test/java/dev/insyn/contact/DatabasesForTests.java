package dev.insyn.contact;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.bson.RawBsonDocument;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/// The service's databases as someone sees them who has stolen a copy.
@TestComponent
class DatabasesForTests {

	private final Environment environment;

	DatabasesForTests(Environment environment) {
		this.environment = environment;
	}

	/// Every document of a database as its bytes.
	List<String> documents(String uriProperty) {
		String uri = this.environment.getRequiredProperty(uriProperty);
		try (MongoClient client = MongoClients.create(uri)) {
			var database = client.getDatabase(new ConnectionString(uri).getDatabase());
			return database.listCollectionNames()
				.into(new ArrayList<>())
				.stream()
				.flatMap((collection) -> database.getCollection(collection, Document.class)
					.withDocumentClass(RawBsonDocument.class)
					.find()
					.into(new ArrayList<>())
					.stream())
				.map((document) -> new String(document.getByteBuffer().array(), StandardCharsets.UTF_8))
				.toList();
		}
	}

}
