package dev.insyn.platform.messaging;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.insyn.platform.messaging.DeadLetters.Consuming;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/// Asks the broker now and then how many dead letters wait: from where the replay has got to, to the end of the topic.
final class CountingDeadLetters implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(CountingDeadLetters.class);

	private static final long PATIENCE_SECONDS = 5;

	private final DeadLetters deadLetters;

	private final DeadLetterMeters meters;

	private final KafkaAdmin admin;

	private final Duration pause;

	private volatile boolean running;

	private volatile Thread counting = Thread.ofVirtual().unstarted(() -> {
	});

	CountingDeadLetters(DeadLetters deadLetters, DeadLetterMeters meters, KafkaAdmin admin, Duration pause) {
		this.deadLetters = deadLetters;
		this.meters = meters;
		this.admin = admin;
		this.pause = pause;
	}

	private void count() {
		try (Admin broker = Admin.create(this.admin.getConfigurationProperties())) {
			for (Consuming consuming : this.deadLetters.consuming().values()) {
				this.meters.waiting(consuming, waiting(broker, consuming));
			}
		}
		catch (KafkaException | ExecutionException | TimeoutException away) {
			logger.debug("Dead letters can't be counted now: {}", away.getClass().getSimpleName());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static long waiting(Admin broker, Consuming consuming)
			throws InterruptedException, ExecutionException, TimeoutException {
		TopicPartition topic = new TopicPartition(consuming.deadLetterTopic(), 0);
		try {
			long end = broker.listOffsets(Map.of(topic, OffsetSpec.latest()))
				.partitionResult(topic)
				.get(PATIENCE_SECONDS, TimeUnit.SECONDS)
				.offset();
			OffsetAndMetadata replayed = broker.listConsumerGroupOffsets(consuming.replayGroup())
				.partitionsToOffsetAndMetadata()
				.get(PATIENCE_SECONDS, TimeUnit.SECONDS)
				.get(topic);
			return end - ((replayed != null) ? replayed.offset() : 0);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof UnknownTopicOrPartitionException) {
				return 0;
			}
			throw ex;
		}
	}

	@Override
	public void start() {
		this.running = true;
		this.counting = Thread.ofVirtual().name("dead-letters").start(this::keepCounting);
	}

	private void keepCounting() {
		while (this.running) {
			try {
				Thread.sleep(this.pause);
				count();
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.counting.interrupt();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
