package dev.insyn.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A record of this module with its type, sample and schema.
record Contract(Class<?> record) {

	/// Set up as the services' own: see `insyn-platform.yml`.
	static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	/// Every record in the package that has a type, found in the compiled classes so that
	/// none is forgotten.
	static Stream<Contract> all() {
		try (Stream<Path> classes = Files.list(Path.of("target/classes/dev/insyn/events"))) {
			return classes.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".class") && !name.contains("$") && !name.contains("-"))
				.sorted()
				.map((name) -> load(name.replace(".class", "")))
				.filter((type) -> Stream.of(type.getFields()).anyMatch((field) -> field.getName().equals("TYPE")))
				.toList()
				.stream()
				.map(Contract::new);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Stream<String> types() {
		return all().map(Contract::type);
	}

	String type() {
		return constant("TYPE");
	}

	String topic() {
		return constant("TOPIC");
	}

	ObjectNode sample() {
		return (ObjectNode) JSON.readTree(resource("/samples/" + type() + ".json"));
	}

	String schema() {
		return resource("/schemas/" + type() + ".schema.json");
	}

	@Override
	public String toString() {
		return this.record.getSimpleName();
	}

	private String constant(String name) {
		try {
			Field field = this.record.getField(name);
			return (String) Objects.requireNonNull(field.get(null));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Class<?> load(String name) {
		try {
			return Class.forName("dev.insyn.events." + name);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String resource(String name) {
		try (InputStream in = Contract.class.getResourceAsStream(name)) {
			return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<String> names(String folder) {
		try (Stream<Path> files = Files.list(Path.of("src/main/resources", folder))) {
			return files.map((file) -> file.getFileName().toString().replaceAll("(\\.schema)?\\.json$", "")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
