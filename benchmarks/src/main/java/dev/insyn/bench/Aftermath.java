package dev.insyn.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

/// What goes on behind an answer: events on their way, mails, activities, the audit log. It is over when every consumer
/// has read all there is and no mail waits, seen twice in a row, as one event may bring about another.
final class Aftermath implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

	private final Admin broker;

	private final MongoClient database;

	private final MongoCollection<Document> emails;

	Aftermath(RunningStack.Ready ready) {
		this.broker = Admin.create(Map.of("bootstrap.servers", ready.kafka()));
		this.database = MongoClients.create(ready.mongodb());
		this.emails = this.database.getDatabase("notifications").getCollection("emails");
	}

	/// @throws IllegalStateException if it is not over in time
	void await() throws InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		int quiet = 0;
		while (quiet < 2) {
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException("Events or mails are still on their way after " + PATIENCE);
			}
			TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
			quiet = isOver() ? quiet + 1 : 0;
		}
	}

	private boolean isOver() throws InterruptedException {
		try {
			return this.emails.countDocuments(new Document("status", "QUEUED")) == 0 && unread() == 0;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

	/// Records that some consumer has not got through with.
	private long unread() throws ExecutionException, InterruptedException {
		Map<String, ListConsumerGroupOffsetsSpec> groups = this.broker.listGroups(ListGroupsOptions.forConsumerGroups())
			.all()
			.get()
			.stream()
			.map(GroupListing::groupId)
			.collect(Collectors.toMap((group) -> group, (_) -> new ListConsumerGroupOffsetsSpec()));
		Map<String, Map<TopicPartition, OffsetAndMetadata>> read = this.broker.listConsumerGroupOffsets(groups)
			.all()
			.get();
		Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
		read.values().forEach((one) -> one.keySet().forEach((of) -> partitions.put(of, OffsetSpec.latest())));
		Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> ends = this.broker.listOffsets(partitions)
			.all()
			.get();
		return read.values()
			.stream()
			.flatMap((one) -> one.entrySet().stream())
			.filter((one) -> one.getValue() != null)
			.mapToLong((one) -> Objects.requireNonNull(ends.get(one.getKey())).offset() - one.getValue().offset())
			.sum();
	}

	@Override
	public void close() {
		this.broker.close();
		this.database.close();
	}

}
