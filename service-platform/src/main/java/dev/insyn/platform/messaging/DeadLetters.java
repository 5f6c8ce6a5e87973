package dev.insyn.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.cloud.stream.binder.ExtendedConsumerProperties;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.cloud.stream.binder.kafka.properties.KafkaConsumerProperties;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;

/// What happens to a record that a consumer fails on: tried again with back-off, then kept in `<topic>.<consumer>.dlq`.
/// The partition goes on only when the broker has confirmed the dead letter; the binder's own sender would log a failed
/// send and move on.
final class DeadLetters implements ListenerContainerWithDlqAndRetryCustomizer {

	/// The class of what went wrong at the bottom; Spring's own headers name its wrapper.
	static final String FAILURE = "insyn-failure";

	private static final Logger logger = LoggerFactory.getLogger(DeadLetters.class);

	private final KafkaOperations<byte[], byte[]> kafka;

	private final EventTopics topics;

	private final Retries retries;

	private final DeadLetterMeters meters;

	private final Map<String, Consuming> consuming = new ConcurrentHashMap<>();

	DeadLetters(KafkaOperations<byte[], byte[]> kafka, EventTopics topics, Retries retries, DeadLetterMeters meters) {
		this.kafka = kafka;
		this.topics = topics;
		this.retries = retries;
		this.meters = meters;
	}

	/// By dead-letter topic, who consumes what.
	Map<String, Consuming> consuming() {
		return Map.copyOf(this.consuming);
	}

	@Override
	public boolean retryAndDlqInBinding(String destination, String group) {
		return false;
	}

	@Override
	public void configure(AbstractMessageListenerContainer<?, ?> container, String destination, String group,
			@Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> resolver, @Nullable BackOff backOff) {
		throw new UnsupportedOperationException("The binder calls the other one");
	}

	@Override
	public void configure(AbstractMessageListenerContainer<?, ?> container, String destination, String group,
			@Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> resolver, @Nullable BackOff backOff,
			ExtendedConsumerProperties<KafkaConsumerProperties> binding) {
		for (String topic : destination.split(",")) {
			Consuming consumer = new Consuming(topic.strip(), group, binding.getBindingName());
			this.consuming.put(consumer.deadLetterTopic(), consumer);
			this.meters.watch(consumer);
		}
		container.setCommonErrorHandler(errorHandler(group));
	}

	private DefaultErrorHandler errorHandler(String group) {
		DefaultErrorHandler handler = new DefaultErrorHandler(recoverer(group));
		handler.addNotRetryableExceptions(UnreadableEvent.class);
		handler.setBackOffFunction((_, failure) -> this.retries.after(failure));
		handler.setResetStateOnExceptionChange(false);
		handler.setLogLevel(KafkaException.Level.DEBUG);
		return handler;
	}

	private ConsumerRecordRecoverer recoverer(String group) {
		DeadLetterPublishingRecoverer publisher = new DeadLetterPublishingRecoverer(this.kafka,
				(failed, _) -> new TopicPartition(Consuming.deadLetterTopic(failed.topic(), group), 0));
		publisher.setFailIfSendResultIsError(true);
		publisher.setLogRecoveryRecord(false);
		// They quote what the record held.
		publisher.excludeHeader(HeadersToAdd.EX_MSG, HeadersToAdd.EX_STACKTRACE);
		publisher.addHeadersFunction(
				(_, failure) -> new RecordHeaders().add(FAILURE, root(failure).getBytes(StandardCharsets.UTF_8)));
		return (failed, failure) -> {
			String topic = Consuming.deadLetterTopic(failed.topic(), group);
			this.topics.provideForDeadLetters(topic);
			publisher.accept(failed, failure);
			count(topic);
			logger.warn("{}-{}@{} could not be consumed ({}) and is kept in {}", failed.topic(), failed.partition(),
					failed.offset(), root(failure), topic);
		};
	}

	private void count(String deadLetterTopic) {
		Consuming consumer = this.consuming.get(deadLetterTopic);
		if (consumer != null) {
			this.meters.kept(consumer);
		}
	}

	private static String root(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return root.getClass().getSimpleName();
	}

	/// Who consumes a topic.
	///
	/// @param binding such as `crmEvents-in-0`, named after its function
	record Consuming(String topic, String group, String binding) {

		static String deadLetterTopic(String topic, String group) {
			return topic + "." + group + ".dlq";
		}

		String deadLetterTopic() {
			return deadLetterTopic(this.topic, this.group);
		}

		/// Under this group's name stands how far the dead letters were replayed.
		String replayGroup() {
			return this.group + ".replay";
		}

		String function() {
			return this.binding.substring(0, this.binding.indexOf("-in-"));
		}

	}

}
