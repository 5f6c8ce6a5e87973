package dev.insyn.platform.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/// Opens collections and declares their indexes. Nothing connects before the first use.
public final class TenantDocumentsFactory implements DisposableBean {

	private final MongoDatabaseFactory databases;

	private final MongoConverter converter;

	private final Outbox outbox;

	private final Indexes indexes;

	private final OtherDatabases others;

	private final List<AutoCloseable> opened = new CopyOnWriteArrayList<>();

	TenantDocumentsFactory(MongoDatabaseFactory databases, MongoConverter converter, Outbox outbox, Indexes indexes,
			OtherDatabases others) {
		this.databases = databases;
		this.converter = converter;
		this.outbox = outbox;
		this.indexes = indexes;
		this.others = others;
	}

	/// The same on another MongoDB database, as for keys that must not lie beside what
	/// they open.
	/// @param mongoUri with the database's name
	public TenantDocumentsFactory connectedTo(String mongoUri) {
		OtherDatabases.Opened other = this.others.open(mongoUri);
		this.opened.add(other);
		return new TenantDocumentsFactory(other.databases(), this.converter, this.outbox, this.indexes, this.others);
	}

	/// @param uniqueStatePaths paths in the state whose value is unique within a tenant
	/// and looked up quickly; they
	/// must always have a value
	public <T> TenantDocuments<T> of(String collection, Class<T> type, String... uniqueStatePaths) {
		return tenanted(store(collection, type, null), uniqueStatePaths);
	}

	/// As [#of], for documents that also come by the thousand: see
	/// [TenantDocuments#inserting]. They can't be deleted by id.
	public <T> TenantDocuments<T> bundled(String collection, Class<T> type, String... uniqueStatePaths) {
		Bundles bundles = new Bundles(new Collection(this.databases, collection),
				new Collection(this.databases, collection + "_bundles"));
		return tenanted(store(collection, type, bundles), uniqueStatePaths);
	}

	private <T> TenantDocuments<T> tenanted(DocumentStore<T> store, String... uniqueStatePaths) {
		for (String path : uniqueStatePaths) {
			this.indexes.declare(store.collection(),
					() -> new Document(Envelope.TENANT, 1).append(store.mapping().path(path), 1), true, false);
		}
		this.indexes.declare(store.collection(), () -> new Document(Envelope.TENANT, 1), false, false);
		return new TenantDocuments<>(store, this.indexes, this.outbox);
	}

	/// Documents without a tenant.
	/// @param uniqueStatePaths paths in the state whose value is unique; they must always
	/// have a value
	public <T> SystemDocuments<T> system(String collection, Class<T> type, String... uniqueStatePaths) {
		DocumentStore<T> store = store(collection, type, null);
		for (String path : uniqueStatePaths) {
			this.indexes.declare(store.collection(), () -> new Document(store.mapping().path(path), 1), true, false);
		}
		return new SystemDocuments<>(store);
	}

	@Override
	public void destroy() throws Exception {
		for (AutoCloseable other : this.opened) {
			other.close();
		}
	}

	private <T> DocumentStore<T> store(String name, Class<T> type, @Nullable Bundles bundles) {
		Collection collection = new Collection(this.databases, name);
		this.outbox.watch(collection, bundles);
		this.indexes.declare(collection, () -> new Document(Envelope.PENDING_SINCE, 1), false, true);
		this.indexes.declare(collection, () -> new Document(Envelope.DELETED, 1), false, true);
		return new DocumentStore<>(collection, new StateMapping<>(type, this.converter), this.outbox, bundles);
	}

}
