package dev.insyn.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import org.bson.Document;

/// Ten thousand links by one call, beside as many documents of the same content inserted straight into the same database
/// with the same indexes.
final class BulkIssue {

	private static final int LINKS = 10_000;

	private static final int AT_ONCE = 500;

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final String BUNDLE = UUID.randomUUID().toString();

	private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

	private final RunningStack stack;

	private final Audience audience;

	private final PrintStream out;

	BulkIssue(RunningStack stack, Audience audience, PrintStream out) {
		this.stack = stack;
		this.audience = audience;
		this.out = out;
	}

	void measure(int rounds) throws IOException, InterruptedException {
		double[] raw = new double[rounds];
		double[] issued = new double[rounds];
		try (MongoClient client = MongoClients.create(this.stack.ready().mongodb())) {
			MongoCollection<Document> collection = client.getDatabase("bench").getCollection("links");
			collection.createIndex(new Document("_tenant", 1));
			for (String path : List.of("contact", "page", "mailing")) {
				collection.createIndex(new Document("_tenant", 1).append(path, 1));
			}
			collection.createIndex(new Document("_pendingSince", 1), new IndexOptions().sparse(true));
			collection.createIndex(new Document("_deleted", 1), new IndexOptions().sparse(true));
			insert(collection);
			issue();
			awaitEvents(client);
			for (int round = 0; round < rounds; round++) {
				collection.deleteMany(new Document());
				raw[round] = insert(collection);
				issued[round] = issue();
				awaitEvents(client);
			}
		}
		this.out.printf(Locale.ROOT, "| %,d links by one call | per second | ratio |%n|---|--:|--:|%n", LINKS);
		this.out.printf(Locale.ROOT, "| baseline: insertMany of the same documents | %.0f | 1.00 |%n", median(raw));
		this.out.printf(Locale.ROOT, "| `POST /api/links` | %.0f | %.2f (%.2f–%.2f) |%n%n", median(issued),
				median(ratios(issued, raw)), min(ratios(issued, raw)), max(ratios(issued, raw)));
	}

	/// The events leave after the call has been answered, and are no part of it.
	private static void awaitEvents(MongoClient client) throws InterruptedException {
		MongoCollection<Document> bundles = client.getDatabase("tokens").getCollection("links_bundles");
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (bundles.countDocuments() > 0) {
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException("Events of links are still pending after " + PATIENCE);
			}
			TimeUnit.MILLISECONDS.sleep(50);
		}
	}

	private double issue() throws IOException, InterruptedException {
		List<String> contacts = IntStream.range(0, LINKS).mapToObj((i) -> contact()).toList();
		long begin = System.nanoTime();
		int count = this.audience.issue(contacts).path("links").size();
		double seconds = (System.nanoTime() - begin) / 1e9;
		if (count != LINKS) {
			throw new IllegalStateException(count + " links instead of " + LINKS);
		}
		return LINKS / seconds;
	}

	private static double insert(MongoCollection<Document> collection) {
		List<Document> documents = new ArrayList<>(IntStream.range(0, LINKS).mapToObj((i) -> link()).toList());
		long begin = System.nanoTime();
		for (int from = 0; from < LINKS; from += AT_ONCE) {
			collection.insertMany(documents.subList(from, from + AT_ONCE), new InsertManyOptions().ordered(false));
		}
		return LINKS / ((System.nanoTime() - begin) / 1e9);
	}

	/// As token-service writes one; its event waits elsewhere.
	private static Document link() {
		String id = UUID.randomUUID().toString().replace("-", "") + UUID.randomUUID().toString().replace("-", "");
		Date now = new Date();
		return new Document("contact", contact()).append("page", "P05")
			.append("issued", now)
			.append("opened", 0)
			.append("_id", "nordcykel:" + id)
			.append("_version", 1L)
			.append("_tenant", "nordcykel")
			.append("_bundle", BUNDLE);
	}

	static String contact() {
		StringBuilder id = new StringBuilder();
		ThreadLocalRandom.current()
			.ints(26, 0, LETTERS.length())
			.forEach((letter) -> id.append(LETTERS.charAt(letter)));
		return id.toString();
	}

	private static double[] ratios(double[] values, double[] baseline) {
		return IntStream.range(0, values.length).mapToDouble((i) -> values[i] / baseline[i]).toArray();
	}

	private static double median(double[] values) {
		return DoubleStream.of(values).sorted().toArray()[values.length / 2];
	}

	private static double min(double[] values) {
		return DoubleStream.of(values).min().orElse(0);
	}

	private static double max(double[] values) {
		return DoubleStream.of(values).max().orElse(0);
	}

}
