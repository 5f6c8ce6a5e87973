package dev.insyn.contact;

import org.apache.kafka.clients.admin.NewTopic;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.util.function.SingletonSupplier;

/// What must be there before a test listens: the topics, and the address of the token service's keys, which Tomcat's
/// filters ask for before the tests' addresses are known.
@TestConfiguration(proxyBeanMethods = false)
class TopicsAndTokens {

	@Bean
	SmartInitializingSingleton topics(KafkaAdmin admin) {
		return () -> admin.createOrModifyTopics(new NewTopic("insyn.contacts", 6, (short) 1),
				new NewTopic("insyn.crm", 6, (short) 1), new NewTopic("insyn.crm.contact-service.dlq", 1, (short) 1));
	}

	@Bean
	JwtDecoder lateDecoder(Environment environment) {
		SingletonSupplier<JwtDecoder> decoder = SingletonSupplier.of(() -> NimbusJwtDecoder
			.withJwkSetUri(environment.getRequiredProperty("insyn.services.token") + "/oauth2/jwks")
			.build());
		return (token) -> decoder.obtain().decode(token);
	}

}
