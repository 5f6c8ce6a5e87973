package dev.insyn.stack.database;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Indexes change how quickly an answer comes, never the answer: the same random writes and queries go to a database
/// without secondary indexes. Seen red while documents with an empty list were missing from an index.
class SameAnswersTests {

	private static final int WRITES = 1500;

	private static final int QUERIES = 1500;

	private final Random random = new Random(42);

	private final EmbeddedDatabase indexed = EmbeddedDatabase.start(0, null);

	private final MongoServer plain = new MongoServer(new MemoryBackend());

	private MongoClient indexedClient;

	private MongoClient plainClient;

	private MongoCollection<Document> one;

	private MongoCollection<Document> other;

	@BeforeEach
	void connect() {
		this.indexedClient = MongoClients.create(this.indexed.uri("facts"));
		this.plainClient = MongoClients.create(this.plain.bindAndGetConnectionString());
		this.one = this.indexedClient.getDatabase("facts").getCollection("facts");
		this.other = this.plainClient.getDatabase("facts").getCollection("facts");
		index(new Document("owner", 1).append("rank", 1), new IndexOptions());
		index(new Document("owner", 1).append("tags", 1), new IndexOptions());
		index(new Document("owner", 1).append("tags", 1).append("at", 1).append("_id", 1), new IndexOptions());
		index(new Document("owner", 1).append("at", 1), new IndexOptions());
		index(new Document("since", 1), new IndexOptions().sparse(true));
		index(new Document("held.until", 1), new IndexOptions().sparse(true));
		index(new Document("owner", 1).append("code", 1), new IndexOptions().unique(true));
	}

	@AfterEach
	void stop() {
		this.indexedClient.close();
		this.plainClient.close();
		this.indexed.close();
		this.plain.shutdownNow();
	}

	@Test
	void areGivenWithAndWithoutIndexes() {
		for (int i = 0; i < WRITES; i++) {
			write(i);
		}
		for (int i = 0; i < QUERIES; i++) {
			Document query = query();
			Document sort = sort();
			int limit = this.random.nextInt(3) * 7;
			assertThat(find(this.one, query, sort, limit)).as("%s sorted by %s, %d of them", query, sort, limit)
				.isEqualTo(find(this.other, query, sort, limit));
			assertThat(this.one.countDocuments(query)).as("number of %s", query)
				.isEqualTo(this.other.countDocuments(query));
			if (i % 5 == 0) {
				write(WRITES + i);
			}
		}
	}

	private void write(int number) {
		switch (this.random.nextInt(6)) {
			case 0, 1, 2 -> {
				Document document = document(number);
				both("insert %s".formatted(document), (facts) -> facts.insertOne(new Document(document)));
			}
			case 3 -> {
				Document set = new Document("$set", new Document(some(values()))).append("$unset",
						new Document(pick("rank", "since", "held"), ""));
				set.get("$set", Document.class).keySet().removeAll(set.get("$unset", Document.class).keySet());
				Document query = query();
				both("updateMany %s %s".formatted(query, set), (facts) -> facts.updateMany(query, set));
			}
			case 4 -> {
				Document push = new Document("$push", new Document("tags", tag()));
				Document query = new Document("_id", "fact:" + this.random.nextInt(number + 1)).append("tags",
						new Document("$exists", true));
				both("updateOne %s %s".formatted(query, push), (facts) -> facts.updateOne(query, push));
			}
			default -> {
				Document query = query().append("_id", "fact:" + this.random.nextInt(number + 1));
				both("deleteMany %s".formatted(query), (facts) -> facts.deleteMany(query));
			}
		}
	}

	private Document document(int number) {
		return values().append("_id", "fact:" + number)
			.append("owner", owner())
			.append("code", pick(number, number % 500))
			.append("at", new Date(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli() + number * 1000L));
	}

	private Document values() {
		Document values = new Document("rank", any(this.random.nextInt(9) - 4, this.random.nextInt(9) / 2.0,
				"r" + this.random.nextInt(5), null, true));
		values.append("tags", IntStream.range(0, this.random.nextInt(4)).mapToObj((i) -> tag()).toList());
		if (this.random.nextInt(5) == 0) {
			values.append("since", this.random.nextInt(50));
		}
		if (this.random.nextInt(4) == 0) {
			values.append("held", new Document("until", this.random.nextInt(50)).append("by", owner()));
		}
		return values;
	}

	private static Document some(Document values) {
		values.remove("code");
		return values.isEmpty() ? new Document("rank", 1) : values;
	}

	private Document query() {
		Document query = new Document();
		if (this.random.nextInt(4) > 0) {
			query.append("owner", owner());
		}
		for (int i = this.random.nextInt(3); i >= 0; i--) {
			query.putAll(condition());
		}
		return query;
	}

	private Document condition() {
		return switch (this.random.nextInt(11)) {
			case 0 -> new Document("rank", any(1, 2.5, "r1", null, true));
			case 1 -> new Document("rank", new Document(comparison(), pick(1, 0.0, -2, "r2")));
			case 2 -> new Document("tags", tag());
			case 3 -> new Document("tags", new Document("$all", List.of(tag(), tag())));
			case 4 -> new Document("since", new Document("$exists", this.random.nextBoolean()));
			case 5 -> new Document("since", new Document(comparison(), this.random.nextInt(50)));
			case 6 -> new Document("_id", new Document("$in", List.of("fact:1", "fact:7", "fact:x")));
			case 7 -> new Document("$or", List.of(new Document("held", new Document("$exists", false)),
					new Document("held.until", new Document("$lte", this.random.nextInt(50)))));
			case 8 -> new Document("code", this.random.nextInt(WRITES));
			case 9 -> new Document("tags", List.of(tag()));
			default -> new Document("at", new Document(comparison(), new Date(
					Instant.parse("2026-01-01T00:00:00Z").toEpochMilli() + this.random.nextInt(WRITES) * 1000L)));
		};
	}

	/// By what no two documents share, so that the order is one.
	private Document sort() {
		return switch (this.random.nextInt(4)) {
			case 0 -> new Document("at", 1).append("_id", 1);
			case 1 -> new Document("at", -1).append("_id", -1);
			case 2 -> new Document("rank", 1).append("_id", 1);
			default -> new Document("_id", this.random.nextBoolean() ? 1 : -1);
		};
	}

	private String comparison() {
		return pick("$lt", "$lte", "$gt", "$gte", "$ne");
	}

	private String owner() {
		return "owner-" + this.random.nextInt(3);
	}

	private String tag() {
		return pick("a", "ab", "b", "å", "tag-" + this.random.nextInt(20));
	}

	@SafeVarargs
	private <T> T pick(T... values) {
		return values[this.random.nextInt(values.length)];
	}

	private @Nullable Object any(@Nullable Object... values) {
		return values[this.random.nextInt(values.length)];
	}

	private void index(Document keys, IndexOptions options) {
		this.one.createIndex(keys, options);
		this.other.createIndex(keys, options);
	}

	private void both(String what, Function<MongoCollection<Document>, Object> act) {
		assertThat(outcome(this.one, act)).as(what).isEqualTo(outcome(this.other, act));
	}

	private static String outcome(MongoCollection<Document> facts, Function<MongoCollection<Document>, Object> act) {
		try {
			return act.apply(facts).toString();
		}
		catch (MongoWriteException refused) {
			return refused.getError().getCategory().toString();
		}
	}

	private static List<Document> find(MongoCollection<Document> facts, Document query, Document sort, int limit) {
		return facts.find(query).sort(sort).limit(limit).into(new ArrayList<>());
	}

}
