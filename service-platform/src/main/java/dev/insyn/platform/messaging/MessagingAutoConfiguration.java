package dev.insyn.platform.messaging;

import java.time.Clock;
import java.util.Map;

import io.micrometer.tracing.Tracer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

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
	@SuppressWarnings("unchecked")
	EventPublisher eventPublisher(ProducerFactory<?, ?> producers, EventTopics topics, JsonMapper json, Clock clock,
			ObjectProvider<Tracer> tracer, MessagingSettings settings,
			@Value("${spring.application.name:application}") String application) {
		return new EventPublisher(new KafkaTemplate<>((ProducerFactory<byte[], byte[]>) producers), topics, json, clock,
				new CurrentTrace(tracer.getIfAvailable()), settings, application);
	}

}
