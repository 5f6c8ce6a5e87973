package dev.insyn.token;

import java.util.HashMap;
import java.util.Map;

import dev.insyn.testing.EarlyProperties;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/// Two providers for all tests of this JVM: one whose roles say tenant and level, one of a single tenant.
@TestConfiguration(proxyBeanMethods = false)
class ProvidersForTests {

	private static final TestProvider STAFF = TestProvider.start("https://login.example/realms/staff");

	private static final TestProvider FJORD_ID = TestProvider.start("https://id.fjord.example")
		.tellingOnRequest(Map.of("sub", "liv-1", "level", "50"));

	@Bean
	static BeanFactoryPostProcessor settingsOfTheProviders(ConfigurableEnvironment environment) {
		Map<String, String> settings = new HashMap<>();
		add(settings, "insyn.token.oidc.providers[0].", STAFF, "staff", "Nordcykel-kontot",
				Map.of("claims.tenant", "realm_access.roles", "claims.level", "realm_access.roles", "levels[0].role",
						"console-administrators", "levels[0].level", "99", "levels[1].role", "console-readers",
						"levels[1].level", "10"));
		add(settings, "insyn.token.oidc.providers[1].", FJORD_ID, "fjord-id", "Fjord ID", Map.of("tenant", "fjordbok"));
		return EarlyProperties.of("providers-for-tests", environment, () -> settings);
	}

	private static void add(Map<String, String> settings, String prefix, TestProvider provider, String id, String name,
			Map<String, String> more) {
		Map.of("id", id, "name", name, "issuer", provider.issuer(), "metadata", provider.address() + "/metadata",
				"client-id", TestProvider.CLIENT, "client-secret", TestProvider.SECRET, "recheck", "100ms")
			.forEach((key, value) -> settings.put(prefix + key, value));
		more.forEach((key, value) -> settings.put(prefix + key, value));
	}

	@Bean
	TestProvider staff() {
		return STAFF;
	}

	@Bean
	TestProvider fjordId() {
		return FJORD_ID;
	}

}
