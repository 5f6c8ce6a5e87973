package dev.insyn.testing.openapi;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/// JSON Schemas of what goes over the wire: records by their components, each once.
final class Schemas {

	private static final Map<Class<?>, Map<String, Object>> PLAIN = Map.ofEntries(
			Map.entry(String.class, Map.of("type", "string")), Map.entry(boolean.class, Map.of("type", "boolean")),
			Map.entry(Boolean.class, Map.of("type", "boolean")), Map.entry(int.class, integer("int32")),
			Map.entry(Integer.class, integer("int32")), Map.entry(long.class, integer("int64")),
			Map.entry(Long.class, integer("int64")), Map.entry(double.class, Map.of("type", "number")),
			Map.entry(Double.class, Map.of("type", "number")), Map.entry(Instant.class, text("date-time")),
			Map.entry(LocalDate.class, text("date")), Map.entry(Duration.class, text("duration")),
			Map.entry(URI.class, text("uri")), Map.entry(byte[].class, text("byte")));

	private final Sources sources;

	private final Map<String, Object> components = new TreeMap<>();

	Schemas(Sources sources) {
		this.sources = sources;
	}

	/// By name, as far as they were asked for.
	Map<String, Object> components() {
		return this.components;
	}

	Map<String, Object> of(Type type) {
		return switch (type) {
			case ParameterizedType generic -> of(generic);
			case WildcardType wildcard -> of(wildcard.getUpperBounds()[0]);
			case Class<?> known -> of(known);
			default -> Map.of();
		};
	}

	private Map<String, Object> of(ParameterizedType type) {
		Class<?> raw = (Class<?>) type.getRawType();
		Type last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
		if (Collection.class.isAssignableFrom(raw)) {
			return ordered("type", "array", "items", of(last));
		}
		if (Map.class.isAssignableFrom(raw)) {
			return ordered("type", "object", "additionalProperties", of(last));
		}
		return (raw == Optional.class) ? of(last) : of(raw);
	}

	private Map<String, Object> of(Class<?> type) {
		Map<String, Object> plain = PLAIN.get(type);
		if (plain != null) {
			return plain;
		}
		if (type.isEnum()) {
			return ordered("type", "string", "enum",
					Arrays.stream(type.getEnumConstants()).map(Schemas::written).toList());
		}
		Optional<Method> asValue = asValue(type);
		if (asValue.isPresent()) {
			return of(asValue.get().getGenericReturnType());
		}
		if (type.isRecord() || type.isSealed()) {
			return reference(type);
		}
		return (type.isArray()) ? ordered("type", "array", "items", of(type.getComponentType())) : Map.of();
	}

	private Map<String, Object> reference(Class<?> type) {
		String name = name(type);
		if (!this.components.containsKey(name)) {
			this.components.put(name, Map.of());
			this.components.put(name, type.isSealed() ? oneOf(type) : object(type));
		}
		return Map.of("$ref", "#/components/schemas/" + name);
	}

	private Map<String, Object> oneOf(Class<?> type) {
		return ordered("oneOf", Arrays.stream(type.getPermittedSubclasses()).map(this::of).toList());
	}

	private Map<String, Object> object(Class<?> record) {
		Words words = this.sources.of(record);
		Map<String, Object> properties = new LinkedHashMap<>();
		List<String> required = new ArrayList<>();
		for (RecordComponent component : record.getRecordComponents()) {
			Map<String, Object> property = new LinkedHashMap<>(of(component.getGenericType()));
			String said = words.params().get(component.getName());
			if (said != null) {
				property.put("description", said);
			}
			properties.put(component.getName(), property);
			if (!isNullable(component.getAnnotatedType())) {
				required.add(component.getName());
			}
		}
		Map<String, Object> object = ordered("type", "object");
		if (!words.text().isEmpty()) {
			object.put("description", words.text());
		}
		object.put("properties", properties);
		if (!required.isEmpty()) {
			object.put("required", required);
		}
		return object;
	}

	static boolean isNullable(AnnotatedType type) {
		return type.isAnnotationPresent(Nullable.class);
	}

	/// A nested record bears its owner's name too, as two owners may have one of the same
	/// name.
	private static String name(Class<?> type) {
		Class<?> owner = type.getDeclaringClass();
		return (owner != null) ? owner.getSimpleName().replaceAll("Controller$", "") + type.getSimpleName()
				: type.getSimpleName();
	}

	/// The method that Jackson writes it by.
	private static Optional<Method> asValue(Class<?> type) {
		return Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> Arrays.stream(method.getAnnotations())
				.anyMatch((annotation) -> annotation.annotationType().getSimpleName().equals("JsonValue")))
			.findFirst();
	}

	private static Object written(Object constant) {
		return asValue(constant.getClass()).map((method) -> {
			try {
				method.setAccessible(true);
				return method.invoke(constant);
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		}).orElseGet(((Enum<?>) constant)::name);
	}

	private static Map<String, Object> integer(String format) {
		return ordered("type", "integer", "format", format);
	}

	private static Map<String, Object> text(String format) {
		return ordered("type", "string", "format", format);
	}

	/// Pairs, in order.
	static Map<String, Object> ordered(Object... pairs) {
		Map<String, Object> ordered = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			ordered.put((String) pairs[i], pairs[i + 1]);
		}
		return ordered;
	}

}
