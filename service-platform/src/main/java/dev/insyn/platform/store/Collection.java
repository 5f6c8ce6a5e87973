package dev.insyn.platform.store;

import java.util.function.Supplier;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/// One collection; failures of the driver come out as Spring's, so that callers can tell an absent database from a
/// broken rule. Connects when first used, not when made.
final class Collection {

	private final MongoDatabaseFactory databases;

	private final String name;

	Collection(MongoDatabaseFactory databases, String name) {
		this.databases = databases;
		this.name = name;
	}

	String name() {
		return this.name;
	}

	<R> R call(java.util.function.Function<MongoCollection<Document>, R> operation) {
		return translated(() -> operation.apply(database().getCollection(this.name)));
	}

	private MongoDatabase database() {
		return this.databases.getMongoDatabase();
	}

	private <R> R translated(Supplier<R> operation) {
		try {
			return operation.get();
		}
		catch (RuntimeException ex) {
			DataAccessException translated = this.databases.getExceptionTranslator().translateExceptionIfPossible(ex);
			throw (translated != null) ? translated : ex;
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

}
