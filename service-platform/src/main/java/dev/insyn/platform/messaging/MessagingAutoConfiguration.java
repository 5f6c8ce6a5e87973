package dev.insyn.platform.messaging;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.function.core.FunctionInvocationHelper;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.messaging.Message;

/// Sending and consuming events over Boot's Kafka connection.
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@EnableConfigurationProperties(MessagingSettings.class)
public class MessagingAutoConfiguration {

	private static final int REQUEST_MILLIS = 3000;

	/// What the promise "confirmed means kept, and in order" rests on; not a matter of
	/// configuration.
	@Bean
	DefaultKafkaProducerFactoryCustomizer reliableProducer(MessagingSettings settings) {
		Map<String, Object> reliable = Map.of(ProducerConfig.ACKS_CONFIG, "all",
				ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true, ProducerConfig.LINGER_MS_CONFIG, 0,
				ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class,
				ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class,
				ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS, ProducerConfig.MAX_BLOCK_MS_CONFIG,
				REQUEST_MILLIS, ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) settings.sendTimeout().toMillis());
		return (factory) -> factory.updateConfigs(reliable);
	}

	@Bean
	EventTopics eventTopics(KafkaAdmin admin, MessagingSettings settings) {
		return new EventTopics(admin, settings.partitions());
	}

	@Bean
	EventPublisher eventPublisher(ProducerFactory<?, ?> producers, EventTopics topics, JsonMapper json, Clock clock,
			ObjectProvider<Tracer> tracer, MessagingSettings settings,
			@Value("${spring.application.name:application}") String application) {
		return new EventPublisher(template(producers), topics, json, clock, new CurrentTrace(tracer.getIfAvailable()),
				settings, application);
	}

	/// The binder's header mapper, named in `insyn-platform.yml`.
	@Bean
	PlainHeaders plainHeaders() {
		return new PlainHeaders();
	}

	/// In place of Spring's own CloudEvents support, which renames the headers that we
	/// read.
	@Bean
	FunctionInvocationHelper<Message<?>> headersAsTheyAre() {
		return new FunctionInvocationHelper<>() {
		};
	}

	@Bean
	DeadLetterMeters deadLetterMeters(MeterRegistry meters) {
		return new DeadLetterMeters(meters);
	}

	@Bean
	DeadLetters deadLetters(ProducerFactory<?, ?> producers, EventTopics topics, MessagingSettings settings,
			DeadLetterMeters meters) {
		return new DeadLetters(template(producers), topics, new Retries(settings), meters);
	}

	@Bean
	CountingDeadLetters countingDeadLetters(DeadLetters deadLetters, DeadLetterMeters meters, KafkaAdmin admin,
			MessagingSettings settings) {
		return new CountingDeadLetters(deadLetters, meters, admin, settings.countDeadLettersEvery());
	}

	@Bean
	DeadLetterEndpoint deadLetterEndpoint(DeadLetters deadLetters, KafkaProperties kafka,
			KafkaConnectionDetails connection, ProducerFactory<?, ?> producers, EventTopics topics,
			ListableBeanFactory functions) {
		Map<String, Object> reading = new HashMap<>(kafka.buildConsumerProperties());
		reading.putAll(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, connection.getConsumer().getBootstrapServers(),
				ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"));
		DefaultKafkaConsumerFactory<byte[], byte[]> consumers = new DefaultKafkaConsumerFactory<>(reading,
				new ByteArrayDeserializer(), new ByteArrayDeserializer());
		return new DeadLetterEndpoint(
				new DeadLetterReplay(deadLetters, consumers, template(producers), topics, functions));
	}

	@Bean
	RecentEvents.Factory recentEvents(KafkaProperties kafka, KafkaConnectionDetails connection, Clock clock) {
		Map<String, Object> reading = new HashMap<>(kafka.buildConsumerProperties());
		reading.putAll(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, connection.getConsumer().getBootstrapServers(),
				ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false, ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
				REQUEST_MILLIS * 2));
		DefaultKafkaConsumerFactory<byte[], byte[]> consumers = new DefaultKafkaConsumerFactory<>(reading,
				new ByteArrayDeserializer(), new ByteArrayDeserializer());
		return (topic, back, told) -> new RecentEvents(consumers, topic, back, clock, told);
	}

	@SuppressWarnings("unchecked")
	private static KafkaTemplate<byte[], byte[]> template(ProducerFactory<?, ?> producers) {
		KafkaTemplate<byte[], byte[]> template = new KafkaTemplate<>((ProducerFactory<byte[], byte[]>) producers);
		// Spring's would log every failed send with its key; who sends says it once.
		template.setProducerListener(new ProducerListener<>() {
		});
		return template;
	}

}
