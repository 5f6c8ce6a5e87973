package dev.insyn.platform.messaging;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import dev.insyn.platform.messaging.DeadLetters.Consuming;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/// Reads dead letters and hands them to the consumer that failed on them, and to no other: nothing is published to the
/// topic again. How far they were replayed is a committed offset of `<consumer>.replay`.
final class DeadLetterReplay {

	private static final Logger logger = LoggerFactory.getLogger(DeadLetterReplay.class);

	private static final int LISTED = 200;

	private static final Duration POLL = Duration.ofMillis(500);

	private final DeadLetters deadLetters;

	private final ConsumerFactory<byte[], byte[]> consumers;

	private final KafkaOperations<byte[], byte[]> kafka;

	private final EventTopics topics;

	private final ListableBeanFactory functions;

	private final ReentrantLock oneAtATime = new ReentrantLock();

	DeadLetterReplay(DeadLetters deadLetters, ConsumerFactory<byte[], byte[]> consumers,
			KafkaOperations<byte[], byte[]> kafka, EventTopics topics, ListableBeanFactory functions) {
		this.deadLetters = deadLetters;
		this.consumers = consumers;
		this.kafka = kafka;
		this.topics = topics;
		this.functions = functions;
	}

	List<DeadLetterEndpoint.Waiting> waiting() {
		return this.deadLetters.consuming()
			.values()
			.stream()
			.sorted(Comparator.comparing(Consuming::deadLetterTopic))
			.map(this::waiting)
			.toList();
	}

	/// @return null if this service has no such dead letters
	DeadLetterEndpoint.@Nullable Replayed replay(String topic) {
		Consuming consuming = this.deadLetters.consuming().get(topic);
		if (consuming == null) {
			return null;
		}
		this.oneAtATime.lock();
		try {
			return replay(consuming);
		}
		finally {
			this.oneAtATime.unlock();
		}
	}

	private DeadLetterEndpoint.Waiting waiting(Consuming consuming) {
		List<DeadLetterEndpoint.Letter> letters = new ArrayList<>();
		int count = read(consuming, (record, _) -> {
			if (letters.size() < LISTED) {
				letters.add(letter(record));
			}
		});
		return new DeadLetterEndpoint.Waiting(consuming.deadLetterTopic(), count, letters);
	}

	private DeadLetterEndpoint.Replayed replay(Consuming consuming) {
		Consumer<Message<byte[]>> function = function(consuming);
		int[] failedAgain = { 0 };
		int count = read(consuming, (record, consumer) -> {
			if (!consume(function, record)) {
				failedAgain[0]++;
				keep(record);
			}
			consumer.commitSync(Map.of(new TopicPartition(record.topic(), record.partition()),
					new OffsetAndMetadata(record.offset() + 1)));
		});
		logger.info("Replayed {} dead letters of {}, {} failed again", count, consuming.deadLetterTopic(),
				failedAgain[0]);
		return new DeadLetterEndpoint.Replayed(count - failedAgain[0], failedAgain[0]);
	}

	private boolean consume(Consumer<Message<byte[]>> function, ConsumerRecord<byte[], byte[]> record) {
		try {
			function.accept(message(record));
			return true;
		}
		catch (RuntimeException ex) {
			logger.warn("Dead letter {}@{} failed again: {}", record.topic(), record.offset(), ex.getClass().getName());
			return false;
		}
	}

	/// Puts it at the end again, so that one letter does not hold up those behind it.
	private void keep(ConsumerRecord<byte[], byte[]> record) {
		try {
			this.kafka
				.send(new ProducerRecord<>(record.topic(), record.partition(), record.key(), record.value(),
						record.headers()))
				.get(15, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
		catch (Exception ex) {
			throw new EventNotSent("dead letter", record.topic() + "@" + record.offset(), ex);
		}
	}

	/// Reads from the committed offset to what is the end now.
	private int read(Consuming consuming,
			BiConsumer<ConsumerRecord<byte[], byte[]>, org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> each) {
		this.topics.provideForDeadLetters(consuming.deadLetterTopic());
		TopicPartition partition = new TopicPartition(consuming.deadLetterTopic(), 0);
		try (var consumer = this.consumers.createConsumer(consuming.replayGroup(), "")) {
			consumer.assign(List.of(partition));
			long end = Objects.requireNonNullElse(consumer.endOffsets(List.of(partition)).get(partition), 0L);
			OffsetAndMetadata committed = consumer.committed(java.util.Set.of(partition)).get(partition);
			if (committed == null) {
				consumer.seekToBeginning(List.of(partition));
			}
			int count = 0;
			while (consumer.position(partition) < end) {
				for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
					if (record.offset() < end) {
						each.accept(record, consumer);
						count++;
					}
				}
			}
			return count;
		}
	}

	@SuppressWarnings("unchecked")
	private Consumer<Message<byte[]>> function(Consuming consuming) {
		return this.functions.getBean(consuming.function(), Consumer.class);
	}

	private static Message<byte[]> message(ConsumerRecord<byte[], byte[]> record) {
		Map<String, Object> headers = new LinkedHashMap<>();
		for (Header header : record.headers()) {
			if (!header.key().startsWith("kafka_")) {
				headers.put(header.key(), Objects.requireNonNullElse(CloudEventHeaders.text(header.value()), ""));
			}
		}
		headers.put(KafkaHeaders.RECEIVED_TOPIC, originalTopic(record));
		headers.put(KafkaHeaders.RECEIVED_PARTITION, (int) number(record, KafkaHeaders.DLT_ORIGINAL_PARTITION));
		headers.put(KafkaHeaders.OFFSET, number(record, KafkaHeaders.DLT_ORIGINAL_OFFSET));
		byte[] body = (record.value() != null) ? record.value() : new byte[0];
		return MessageBuilder.withPayload(body).copyHeaders(headers).build();
	}

	private static DeadLetterEndpoint.Letter letter(ConsumerRecord<byte[], byte[]> record) {
		String from = originalTopic(record) + "-" + number(record, KafkaHeaders.DLT_ORIGINAL_PARTITION) + "@"
				+ number(record, KafkaHeaders.DLT_ORIGINAL_OFFSET);
		return new DeadLetterEndpoint.Letter(record.offset(), from, text(record, CloudEventHeaders.ID),
				text(record, CloudEventHeaders.TYPE), text(record, CloudEventHeaders.TENANT),
				text(record, DeadLetters.FAILURE));
	}

	private static String originalTopic(ConsumerRecord<byte[], byte[]> record) {
		return text(record, KafkaHeaders.DLT_ORIGINAL_TOPIC);
	}

	private static String text(ConsumerRecord<byte[], byte[]> record, String name) {
		Header header = record.headers().lastHeader(name);
		return (header != null) ? Objects.requireNonNullElse(CloudEventHeaders.text(header.value()), "") : "";
	}

	private static long number(ConsumerRecord<byte[], byte[]> record, String name) {
		Header header = record.headers().lastHeader(name);
		if (header == null) {
			return -1;
		}
		ByteBuffer bytes = ByteBuffer.wrap(header.value());
		return (header.value().length == Integer.BYTES) ? bytes.getInt() : bytes.getLong();
	}

}
