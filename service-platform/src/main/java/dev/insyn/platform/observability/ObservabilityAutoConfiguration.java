package dev.insyn.platform.observability;

import com.mongodb.client.MongoClient;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.observation.SecurityObservationSettings;

/// What monitoring sees. Metrics, traces and logs are Boot's, set up in `insyn-platform.yml`.
@AutoConfiguration(afterName = "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration")
@ConditionalOnClass(MongoClient.class)
class ObservabilityAutoConfiguration {

	/// One observation per request says what it took. Spring Security would add one
	/// around each of its fifteen filters,
	/// which cost more than the filters.
	@Bean
	@ConditionalOnMissingBean
	SecurityObservationSettings securityUnobserved() {
		return SecurityObservationSettings.noObservations();
	}

	/// Its name makes it the component `mongo`.
	@Bean
	@ConditionalOnBean(MongoClient.class)
	DatabasePing mongoHealthIndicator(MongoClient client) {
		return new DatabasePing(client);
	}

}
