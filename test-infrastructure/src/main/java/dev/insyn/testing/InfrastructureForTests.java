package dev.insyn.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.mongodb.ConnectionString;

import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/// Import it into an `*IT`: the application gets a broker and a database, containers where Docker runs and else the
/// embedded pair. Every application context has databases of its own; the broker's topics are shared.
@TestConfiguration(proxyBeanMethods = false)
public class InfrastructureForTests {

	private final String database = "it_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

	@Bean
	MongoConnectionDetails mongoForTests() {
		ConnectionString uri = new ConnectionString(SharedInfrastructure.get().mongoUri(this.database));
		return () -> uri;
	}

	@Bean
	KafkaConnectionDetails kafkaForTests() {
		return () -> List.of(SharedInfrastructure.get().bootstrapServers());
	}

	/// For what reads the addresses as properties.
	@Bean
	DynamicPropertyRegistrar addressesForTests() {
		Infrastructure infrastructure = SharedInfrastructure.get();
		Map<String, String> properties = Map.of("spring.mongodb.uri", infrastructure.mongoUri(this.database),
				"spring.kafka.bootstrap-servers", infrastructure.bootstrapServers(), "insyn.contact.keys.mongodb-uri",
				infrastructure.mongoUri(this.database + "_keys"));
		return (registry) -> properties.forEach((name, value) -> registry.add(name, () -> value));
	}

	@Bean
	Events events() {
		return new Events(SharedInfrastructure.get().bootstrapServers());
	}

}
