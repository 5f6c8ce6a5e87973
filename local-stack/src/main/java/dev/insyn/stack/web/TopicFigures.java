package dev.insyn.stack.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/// Counts what lies in each topic, and how much of it each consumer group has still before it.
public final class TopicFigures {

	private static final int PATIENCE_SECONDS = 3;

	private final Admin admin;

	public TopicFigures(Admin admin) {
		this.admin = admin;
	}

	/// @throws TopicsUnknown if the broker doesn't answer
	List<Topic> read() {
		Map<String, TopicDescription> topics = answer(
				this.admin.describeTopics(answer(this.admin.listTopics().names())).allTopicNames());
		Map<TopicPartition, Long> begins = offsets(topics, OffsetSpec.earliest());
		Map<TopicPartition, Long> ends = offsets(topics, OffsetSpec.latest());
		Map<String, Map<TopicPartition, Long>> groups = groups();
		return topics.values()
			.stream()
			.map((topic) -> topic(topic, begins, ends, groups))
			.sorted((one, other) -> one.name().compareTo(other.name()))
			.toList();
	}

	private Topic topic(TopicDescription topic, Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends,
			Map<String, Map<TopicPartition, Long>> groups) {
		List<TopicPartition> partitions = partitions(topic);
		long messages = partitions.stream().mapToLong((each) -> at(ends, each) - at(begins, each)).sum();
		List<Group> readers = groups.entrySet()
			.stream()
			.filter((group) -> partitions.stream().anyMatch(group.getValue()::containsKey))
			.map((group) -> new Group(group.getKey(),
					partitions.stream()
						.mapToLong((each) -> at(ends, each) - Math.max(at(group.getValue(), each), at(begins, each)))
						.sum()))
			.toList();
		return new Topic(topic.name(), partitions.size(), messages, topic.name().endsWith(".dlq"), readers);
	}

	private Map<TopicPartition, Long> offsets(Map<String, TopicDescription> topics, OffsetSpec which) {
		Map<TopicPartition, OffsetSpec> wanted = topics.values()
			.stream()
			.flatMap((topic) -> partitions(topic).stream())
			.collect(Collectors.toMap((partition) -> partition, (partition) -> which));
		Map<TopicPartition, Long> offsets = new HashMap<>();
		answer(this.admin.listOffsets(wanted).all())
			.forEach((partition, info) -> offsets.put(partition, info.offset()));
		return offsets;
	}

	private Map<String, Map<TopicPartition, Long>> groups() {
		Map<String, ListConsumerGroupOffsetsSpec> wanted = answer(
				this.admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())
			.stream()
			.collect(Collectors.toMap(GroupListing::groupId, (group) -> new ListConsumerGroupOffsetsSpec()));
		Map<String, Map<TopicPartition, Long>> groups = new TreeMap<>();
		if (!wanted.isEmpty()) {
			answer(this.admin.listConsumerGroupOffsets(wanted).all())
				.forEach((group, offsets) -> groups.put(group, committed(offsets)));
		}
		return groups;
	}

	private static Map<TopicPartition, Long> committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
		Map<TopicPartition, Long> committed = new HashMap<>();
		offsets.forEach((partition, offset) -> {
			if (offset != null) {
				committed.put(partition, offset.offset());
			}
		});
		return committed;
	}

	private static List<TopicPartition> partitions(TopicDescription topic) {
		return topic.partitions().stream().map((info) -> new TopicPartition(topic.name(), info.partition())).toList();
	}

	private static long at(Map<TopicPartition, Long> offsets, TopicPartition partition) {
		return offsets.getOrDefault(partition, 0L);
	}

	private static <T> T answer(KafkaFuture<T> question) {
		try {
			return question.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new TopicsUnknown(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new TopicsUnknown(ex);
		}
	}

	/// @param deadLetters whether it holds what a consumer could not handle
	record Topic(String name, int partitions, long messages, boolean deadLetters, List<Group> groups) {
	}

	/// @param lag messages of the topic that the group hasn't handled yet
	record Group(String name, long lag) {
	}

	/// The broker is away.
	static final class TopicsUnknown extends RuntimeException {

		TopicsUnknown(Exception cause) {
			super(cause);
		}

	}

}
