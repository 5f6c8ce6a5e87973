package dev.insyn.testing;

import java.util.Map;
import java.util.function.Supplier;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Properties that are there before the first bean is made: those that Spring's registrar adds come after the web
/// server's filters, which then have read the defaults.
public final class EarlyProperties {

	private EarlyProperties() {
	}

	public static BeanFactoryPostProcessor of(String name, ConfigurableEnvironment environment,
			Supplier<Map<String, String>> properties) {
		return (_) -> environment.getPropertySources()
			.addFirst(new MapPropertySource(name, Map.copyOf(properties.get())));
	}

}
