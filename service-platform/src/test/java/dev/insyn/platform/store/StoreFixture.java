package dev.insyn.platform.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.FakeBroker;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.testing.Databases;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/// A store over the tests' database and a fake broker, as one running service has it. Two of them on one database are
/// two instances of a service.
final class StoreFixture implements AutoCloseable {

	static final TenantId NORDCYKEL = new TenantId("nordcykel");

	static final TenantId FJORDBOK = new TenantId("fjordbok");

	static final Duration LEASE = Duration.ofSeconds(30);

	private final MongoClient client;

	final String uri;

	final FakeBroker broker;

	final Outbox outbox;

	final Indexes indexes = new Indexes();

	final TenantDocuments<Basket> baskets;

	/// Come by the thousand.
	final TenantDocuments<Basket> crates;

	final Bundles bundlesOfCrates;

	private final String database;

	private StoreFixture(String uri, FakeBroker broker, Clock clock) {
		this.uri = uri;
		this.broker = broker;
		this.client = MongoClients.create(uri);
		this.database = Objects.requireNonNull(new ConnectionString(uri).getDatabase());
		this.outbox = new Outbox(broker.publisher(clock),
				new OutboxTimes(clock, LEASE, Duration.ofSeconds(13), Duration.ofMillis(50), Duration.ofMillis(20)),
				new OutboxMeters(new SimpleMeterRegistry()));
		MongoDatabaseFactory databases = new SimpleMongoClientDatabaseFactory(this.client, this.database);
		MongoCustomConversions conversions = MongoCustomConversions.create((_) -> {
		});
		MongoMappingContext mapping = new MongoMappingContext();
		mapping.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
		MappingMongoConverter converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, mapping);
		converter.setCustomConversions(conversions);
		converter.afterPropertiesSet();
		TenantDocumentsFactory documents = new TenantDocumentsFactory(databases, converter, this.outbox, this.indexes,
				new OtherDatabases(List.of()));
		this.baskets = documents.of("baskets", Basket.class, "number");
		this.crates = documents.bundled("crates", Basket.class);
		this.bundlesOfCrates = new Bundles(new Collection(databases, "crates"),
				new Collection(databases, "crates_bundles"));
	}

	static StoreFixture fresh(FakeBroker broker, Clock clock) {
		return new StoreFixture(Databases.uri("store_" + UUID.randomUUID().toString().substring(0, 8)), broker, clock);
	}

	/// Another instance of the same service.
	StoreFixture another(FakeBroker other, Clock clock) {
		return new StoreFixture(this.uri, other, clock);
	}

	static Change<Basket> filled(Basket basket, String fruit) {
		return Change.of(basket.with(fruit))
			.with(new OutgoingEvent("test.baskets", "basket.filled.v1", NORDCYKEL, "b", Actor.system("test"), fruit));
	}

	Document raw(String id) {
		return Objects.requireNonNull(collection("baskets").find(new Document(Envelope.ID, "nordcykel:" + id)).first());
	}

	MongoCollection<Document> collection(String name) {
		return this.client.getDatabase(this.database).getCollection(name);
	}

	boolean isGone(String id) {
		return collection("baskets").countDocuments(new Document(Envelope.ID, "nordcykel:" + id)) == 0;
	}

	@Override
	public void close() {
		this.outbox.stop(Duration.ofMillis(200));
		this.client.close();
	}

	/// What is stored.
	record Basket(String number, List<String> fruits, @Nullable Instant until) {

		static Basket empty(String number) {
			return new Basket(number, List.of(), null);
		}

		Basket with(String fruit) {
			return new Basket(this.number, Stream.concat(this.fruits.stream(), Stream.of(fruit)).toList(), this.until);
		}

	}

}
