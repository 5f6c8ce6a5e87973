package dev.insyn.stack.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import org.bson.Document;
import org.h2.mvstore.MVMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// That indexes are asked is shown by taking an entry out of one: a query that still finds the document has looked at
/// every document.
class IndexedDatabaseTests {

	@Test
	void asksTheIdAloneWhenAQueryNamesMore(@TempDir Path dir) {
		Document conditional = new Document("_id", "a:7").append("version", 7L)
			.append("lease", new Document("$exists", false));
		assertThat(foundWithout(dir, "_id_", "a:7", conditional)).isZero();
	}

	@Test
	void asksAnIndexOfSeveralFields(@TempDir Path dir) {
		Document query = new Document("owner", "a").append("rank", 7).append("version", 7L);
		assertThat(foundWithout(dir, "owner_1_rank_1", "a:7", query)).isZero();
	}

	@Test
	void asksASparseIndexWhatIsThere(@TempDir Path dir) {
		Document query = new Document("since", new Document("$exists", true)).append("rank", 3)
			.append("$or", List.of(new Document("lease", new Document("$exists", false))));
		assertThat(foundWithout(dir, "since_1", "a:3", query)).isZero();
	}

	@Test
	void asksAnIndexForEachValueThatAListMustHold(@TempDir Path dir) {
		Document query = new Document("owner", "a").append("tags", new Document("$all", List.of("common", "rare-7")));
		assertThat(foundWithout(dir, "owner_1_tags_1", "common\u00002a:7", query)).isZero();
	}

	@Test
	void keepsIndexesFromStartToStart(@TempDir Path dir) {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(0, dir); MongoClient client = client(database)) {
			fill(facts(client));
		}
		try (EmbeddedDatabase database = EmbeddedDatabase.start(0, dir); MongoClient client = client(database)) {
			MongoCollection<Document> facts = facts(client);
			assertThat(facts.find(new Document("owner", "a").append("rank", 8).append("version", 8L))).hasSize(1);
			assertThatExceptionOfType(MongoWriteException.class)
				.isThrownBy(() -> facts.insertOne(new Document("_id", "other").append("owner", "a").append("code", 8)));
		}
	}

	@Test
	void completesAnIndexWhoseBuildingWasInterrupted(@TempDir Path dir) {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(0, dir); MongoClient client = client(database)) {
			fill(facts(client));
		}
		Stored.change(dir, (store) -> {
			Stored.index(store, "owner_1_rank_1").clear();
			store.openMap("meta.facts.facts").remove("complete.owner_1_rank_1");
		});
		try (EmbeddedDatabase database = EmbeddedDatabase.start(0, dir); MongoClient client = client(database)) {
			assertThat(facts(client).find(new Document("owner", "a").append("rank", 8))).hasSize(1);
		}
	}

	/// A document is written to the file by another thread. If an update changed it in
	/// place, that thread would sometimes
	/// meet it half changed, and the store closes itself for good: red (every run of ten)
	/// without the copy in
	/// [IndexedCollection#createQueryResult].
	@Test
	void goesOnWhileDocumentsThatAreBeingWrittenChange(@TempDir Path dir) {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(0, dir); MongoClient client = client(database)) {
			MongoCollection<Document> facts = facts(client);
			Document large = new Document("_id", "large").append("owner", "a").append("code", 1);
			IntStream.range(0, 4_000).forEach((i) -> large.append("field-" + i, "value"));
			facts.insertOne(large);
			Document it = new Document("_id", "large");
			for (int i = 0; i < 500; i++) {
				String field = "more-" + i;
				facts.updateOne(it, new Document("$set", new Document(field, i)));
				facts.updateOne(it, new Document("$unset", new Document(field, "")));
			}
			assertThat(facts.countDocuments(it)).isEqualTo(1);
		}
	}

	/// @param key what the entries hold that are taken out of the index
	private static long foundWithout(Path dir, String index, String key, Document query) {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(0, dir); MongoClient client = client(database)) {
			fill(facts(client));
			assertThat(facts(client).countDocuments(query)).isEqualTo(1);
		}
		Stored.change(dir, (store) -> {
			MVMap<String, Object> entries = Stored.index(store, index);
			List.copyOf(entries.keySet()).stream().filter((entry) -> entry.contains(key)).forEach(entries::remove);
		});
		try (EmbeddedDatabase database = EmbeddedDatabase.start(0, dir); MongoClient client = client(database)) {
			return facts(client).countDocuments(query);
		}
	}

	@Test
	void doesNotTakeAnOlderFileForItsOwn(@TempDir Path dir) throws IOException {
		assertThat(EmbeddedDatabase.leftBehindByOlder(dir)).isFalse();
		Files.createFile(dir.resolve("documents.mv"));
		assertThat(EmbeddedDatabase.leftBehindByOlder(dir)).isTrue();
	}

	private static void fill(MongoCollection<Document> facts) {
		facts.createIndex(new Document("owner", 1).append("rank", 1));
		facts.createIndex(new Document("owner", 1).append("tags", 1));
		facts.createIndex(new Document("since", 1), new IndexOptions().sparse(true));
		facts.createIndex(new Document("owner", 1).append("code", 1), new IndexOptions().unique(true));
		facts.insertMany(IntStream.range(0, 20)
			.mapToObj((number) -> new Document("_id", "a:" + number).append("owner", "a")
				.append("rank", number)
				.append("tags", List.of("common", "rare-" + number))
				.append("code", number)
				.append("version", (long) number))
			.toList());
		facts.updateMany(new Document("_id", new Document("$in", List.of("a:3", "a:4"))),
				new Document("$set", new Document("since", 1)));
	}

	private static MongoCollection<Document> facts(MongoClient client) {
		return client.getDatabase("facts").getCollection("facts");
	}

	private static MongoClient client(EmbeddedDatabase database) {
		return MongoClients.create(database.uri("facts"));
	}

}
