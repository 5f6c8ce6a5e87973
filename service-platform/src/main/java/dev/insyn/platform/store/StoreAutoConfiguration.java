package dev.insyn.platform.store;

import java.time.Clock;
import java.time.Duration;

import dev.insyn.platform.messaging.EventPublisher;
import dev.insyn.platform.messaging.MessagingAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/// The store over Boot's MongoDB connection.
@AutoConfiguration(after = MessagingAutoConfiguration.class,
		afterName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
@ConditionalOnBean({ MongoDatabaseFactory.class, EventPublisher.class })
@EnableConfigurationProperties(OutboxSettings.class)
class StoreAutoConfiguration {

	private static final Duration LONGEST_SEND = Duration.ofSeconds(13);

	@Bean
	Outbox outbox(EventPublisher publisher, OutboxSettings settings, Clock clock, MeterRegistry meters) {
		return new Outbox(publisher,
				new OutboxTimes(clock, settings.lease(), LONGEST_SEND, settings.sweep(), settings.sweepWhileAway()),
				new OutboxMeters(meters));
	}

	@Bean
	Indexes indexes() {
		return new Indexes();
	}

	@Bean
	OutboxLifecycle outboxLifecycle(Outbox outbox, Indexes indexes) {
		return new OutboxLifecycle(outbox, indexes);
	}

	@Bean
	@ConditionalOnMissingBean
	TenantDocumentsFactory tenantDocumentsFactory(MongoDatabaseFactory databases, MongoConverter converter,
			Outbox outbox, Indexes indexes, ObjectProvider<MongoClientSettingsBuilderCustomizer> customizers) {
		return new TenantDocumentsFactory(databases, converter, outbox, indexes,
				new OtherDatabases(customizers.orderedStream().toList()));
	}

}
