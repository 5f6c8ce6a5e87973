package dev.insyn.system.compose;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The properties that a service reads: those its libraries and itself describe in `spring-configuration-metadata.json`,
/// and the keys of its own YAML files. Names are compared as Boot does for environment variables: upper case, no dashes.
final class KnownProperties {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final URLClassLoader classes;

	/// Variable form of the name to the type, where one is described.
	private final Map<String, String> types = new TreeMap<>();

	/// Variable form to what is set if nobody sets it.
	private final Map<String, String> defaults = new TreeMap<>();

	KnownProperties(URLClassLoader classes) throws IOException {
		this.classes = classes;
		for (String file : new String[] { "spring-configuration-metadata.json",
				"additional-spring-configuration-metadata.json" }) {
			for (URL url : Collections.list(classes.getResources("META-INF/" + file))) {
				readMetadata(url);
			}
		}
		for (String file : new String[] { "insyn-platform.yml", "application.yml" }) {
			for (URL url : Collections.list(classes.findResources(file))) {
				readYaml(url);
			}
		}
	}

	/// What the service falls back on, by the name of the variable that would change it.
	Map<String, String> defaults() {
		return this.defaults;
	}

	boolean knows(String variable) {
		if (this.types.containsKey(variable)) {
			return true;
		}
		for (int end = variable.lastIndexOf('_'); end > 0; end = variable.lastIndexOf('_', end - 1)) {
			String type = this.types.get(variable.substring(0, end));
			if (type != null && !type.isEmpty() && takes(type, variable.substring(end + 1))) {
				return true;
			}
		}
		return false;
	}

	/// @param rest what follows the property's own name, such as `0_LANGUAGES_1`
	private boolean takes(String type, String rest) {
		if (type.startsWith("java.util.Map<")) {
			return true;
		}
		if (!type.endsWith(">") || !rest.matches("\\d+(_.+)?")) {
			return false;
		}
		String element = type.substring(type.indexOf('<') + 1, type.length() - 1);
		int next = rest.indexOf('_');
		return (next < 0) ? element.startsWith("java.lang.") : leads(load(element), rest.substring(next + 1));
	}

	private static boolean leads(Optional<Class<?>> type, String path) {
		return type.filter(Class::isRecord)
			.stream()
			.flatMap((known) -> java.util.Arrays.stream(known.getRecordComponents()))
			.anyMatch((component) -> leads(component, path));
	}

	private static boolean leads(RecordComponent component, String path) {
		String name = variable(component.getName());
		return path.equals(name) || (path.startsWith(name + "_")
				&& leadsInto(component.getGenericType(), path.substring(name.length() + 1)));
	}

	/// @param rest what follows the component's own name
	private static boolean leadsInto(Type type, String rest) {
		if (type instanceof ParameterizedType parameterized && parameterized.getRawType() instanceof Class<?> raw
				&& Collection.class.isAssignableFrom(raw)) {
			return rest.matches("\\d+") || (rest.matches("\\d+_.+")
					&& leadsInto(parameterized.getActualTypeArguments()[0], rest.substring(rest.indexOf('_') + 1)));
		}
		return type instanceof Class<?> nested && leads(Optional.of(nested), rest);
	}

	private Optional<Class<?>> load(String name) {
		try {
			return Optional.of(Class.forName(name, false, this.classes));
		}
		catch (ClassNotFoundException unknown) {
			return Optional.empty();
		}
	}

	private void readMetadata(URL url) throws IOException {
		try (InputStream in = url.openStream()) {
			for (JsonNode property : JSON.readTree(in).path("properties")) {
				String name = variable(property.path("name").asString());
				this.types.put(name, property.path("type").asString(""));
				if ((name.startsWith("INSYN_") || name.equals("SPRING_MONGODB_URI"))
						&& property.hasNonNull("defaultValue")) {
					this.defaults.put(name, property.path("defaultValue").toString());
				}
			}
		}
	}

	private void readYaml(URL url) throws IOException {
		try (InputStream in = url.openStream()) {
			for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(in)) {
				flatten("", document);
			}
		}
	}

	private void flatten(String prefix, Object value) {
		if (value instanceof Map<?, ?> map) {
			map.forEach((key, entry) -> flatten(prefix.isEmpty() ? key.toString() : prefix + "." + key, entry));
		}
		else {
			this.types.putIfAbsent(variable(prefix), "");
			this.defaults.put(variable(prefix), String.valueOf(value));
		}
	}

	/// The environment variable that sets a property (Spring Boot reference, "Binding
	/// From Environment Variables").
	static String variable(String property) {
		return property.replace("-", "").replace('.', '_').replace('[', '_').replace("]", "").toUpperCase(Locale.ROOT);
	}

}
