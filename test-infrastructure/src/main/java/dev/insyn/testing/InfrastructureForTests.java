package dev.insyn.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.mongodb.ConnectionString;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/// Import it into an `*IT`: the application gets a broker and a database, containers where Docker runs and else the
/// embedded pair. Every application context has databases of its own; the broker's topics are shared.
@TestConfiguration(proxyBeanMethods = false)
public class InfrastructureForTests {

	@Bean
	static BeanFactoryPostProcessor addressesForTests(ConfigurableEnvironment environment) {
		return EarlyProperties.of("infrastructure-for-tests", environment,
				() -> addresses("it_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12)));
	}

	@Bean
	MongoConnectionDetails mongoForTests(Environment environment) {
		ConnectionString uri = new ConnectionString(environment.getRequiredProperty("spring.mongodb.uri"));
		return () -> uri;
	}

	@Bean
	KafkaConnectionDetails kafkaForTests() {
		return () -> List.of(SharedInfrastructure.get().bootstrapServers());
	}

	@Bean
	Events events() {
		return new Events(SharedInfrastructure.get().bootstrapServers());
	}

	/// For what reads the addresses as properties.
	private static Map<String, String> addresses(String database) {
		Infrastructure infrastructure = SharedInfrastructure.get();
		return Map.of("spring.mongodb.uri", infrastructure.mongoUri(database), "spring.kafka.bootstrap-servers",
				infrastructure.bootstrapServers(), "insyn.contact.keys.mongodb-uri",
				infrastructure.mongoUri(database + "_keys"));
	}

}
