package dev.insyn.testing.openapi;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.util.ClassUtils;

import static dev.insyn.testing.openapi.Schemas.ordered;

/// One method of a controller as an operation of the API. Annotations are read by name, so that no service's classes are
/// needed here.
///
/// @param segments the path's parts as Spring reads them, `{act:publish|archive}` among them
/// @param tag what the controller's operations are called together
/// @param told what no signature says: status, types and examples
record Operation(Class<?> controller, Method method, String verb, String path, String segments, String tag,
		Told.Said told) {

	private static final String WEB = "org.springframework.web.bind.annotation.";

	private static final List<String> FILES = List.of("byte[]", "gg.jte.", "org.springframework.core.io.",
			"java.lang.String>", "org.springframework.web.servlet.");

	/// With what Spring says that there is none.
	private static final String NO_DEFAULT = "\ue000";

	private static final String SECURITY = "dev.insyn.platform.security.";

	/// `GET /api/links`, by which [Told] names it too.
	String name() {
		return this.verb + " " + this.path;
	}

	Map<String, Object> describe(Sources sources, Schemas schemas) {
		Words words = sources.of(this.controller, this.method.getName());
		Map<String, Object> described = ordered("tags", List.of(this.tag), "operationId",
				name(this.controller) + "-" + this.method.getName(), "summary", summary(words));
		if (!words.text().isEmpty()) {
			described.put("description", words.text());
		}
		List<Object> parameters = parameters(words, schemas);
		if (!parameters.isEmpty()) {
			described.put("parameters", parameters);
		}
		body(schemas, described);
		described.put("responses", responses(words, schemas));
		described.put("security", security());
		AnnotationAttributes level = either(SECURITY + "RequiredLevel");
		if (level != null) {
			described.put("x-level", level.getNumber("value"));
		}
		return described;
	}

	/// Told, or the comment's first sentence, or the method's name in words.
	private String summary(Words words) {
		if (this.told.summary() != null) {
			return this.told.summary();
		}
		String name = this.method.getName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
		return words.text().isEmpty() ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)
				: words.summary();
	}

	private List<Object> parameters(Words words, Schemas schemas) {
		List<Object> parameters = new ArrayList<>();
		for (Parameter parameter : this.method.getParameters()) {
			add(parameter, "PathVariable", "path", words, schemas, parameters);
			add(parameter, "RequestParam", "query", words, schemas, parameters);
			add(parameter, "RequestHeader", "header", words, schemas, parameters);
			addFilter(parameter, schemas, parameters);
		}
		return parameters;
	}

	/// A record that Spring fills from the query.
	private static void addFilter(Parameter parameter, Schemas schemas, List<Object> parameters) {
		if (!parameter.getType().isRecord() || parameter.getAnnotations().length > 0
				|| parameter.getType().getName().startsWith(SECURITY)) {
			return;
		}
		for (RecordComponent component : parameter.getType().getRecordComponents()) {
			parameters.add(ordered("name", component.getName(), "in", "query", "required", false, "schema",
					schemas.of(component.getGenericType())));
		}
	}

	private void add(Parameter parameter, String annotation, String in, Words words, Schemas schemas,
			List<Object> parameters) {
		AnnotationAttributes attributes = attributes(parameter, WEB + annotation);
		if (attributes == null) {
			return;
		}
		String named = attributes.getString("name");
		String name = named.isEmpty() ? parameter.getName() : named;
		String given = in.equals("path") ? "" : attributes.getString("defaultValue");
		boolean hasDefault = !in.equals("path") && !given.contains(NO_DEFAULT);
		Map<String, Object> schema = new LinkedHashMap<>(schemas.of(parameter.getParameterizedType()));
		restrict(name, schema);
		if (hasDefault && !given.isEmpty()) {
			schema.put("default", "integer".equals(schema.get("type")) ? (Object) Integer.valueOf(given) : given);
		}
		Map<String, Object> described = ordered("name", name, "in", in, "required",
				in.equals("path") || attributes.getBoolean("required") && !hasDefault
						&& !Schemas.isNullable(parameter.getAnnotatedType()),
				"schema", schema);
		String said = words.params().getOrDefault(parameter.getName(), Common.HEADERS.get(name));
		if (said != null) {
			described.put("description", said);
		}
		parameters.add(described);
	}

	private Class<?> type(String name) {
		return ClassUtils.resolveClassName(name, this.controller.getClassLoader());
	}

	/// By what the path's pattern allows.
	private void restrict(String name, Map<String, Object> schema) {
		Matcher pattern = Pattern.compile("\\{" + Pattern.quote(name) + ":((?:[^{}]|\\{[^{}]*})+)}")
			.matcher(this.segments);
		if (pattern.find()) {
			String allowed = pattern.group(1);
			if (allowed.matches("[\\w|-]+")) {
				schema.put("enum", List.of(allowed.split("\\|")));
			}
			else {
				schema.put("pattern", "^" + allowed + "$");
			}
		}
	}

	private void body(Schemas schemas, Map<String, Object> described) {
		for (Parameter parameter : this.method.getParameters()) {
			if (attributes(parameter, WEB + "RequestBody") != null) {
				Map<String, Object> contents = new LinkedHashMap<>();
				List<String> types = (this.told.consumes() != null) ? this.told.consumes()
						: List.of("application/json");
				Map<String, Object> schema = schemas
					.of((this.told.takes() != null) ? type(this.told.takes()) : parameter.getParameterizedType());
				types.forEach((type) -> contents.putAll(content(type, schema, this.told.request())));
				described.put("requestBody", ordered("required", true, "content", contents));
			}
		}
	}

	private Map<String, Object> responses(Words words, Schemas schemas) {
		Map<String, Object> responses = new LinkedHashMap<>();
		Type answer = answer();
		int code = status(answer);
		Map<String, Object> success = ordered("description", Common.SUCCESSES.getOrDefault(code, "OK"));
		if (this.told.answers() != null) {
			Map<String, Object> lists = new LinkedHashMap<>();
			this.told.answers()
				.forEach((name, type) -> lists.put(name, ordered("type", "array", "items", schemas.of(type(type)))));
			success.put("content",
					content("application/json",
							ordered("type", "object", "properties", lists, "required", List.copyOf(lists.keySet())),
							this.told.response()));
		}
		else if (answer != void.class && answer != Void.class) {
			success.put("content", content("application/json", schemas.of(answer), this.told.response()));
		}
		responses.put(String.valueOf(code), success);
		words.problems().forEach((status, text) -> responses.put(status, problem(text)));
		responses.put("default", ordered("$ref", "#/components/responses/Problem"));
		return responses;
	}

	private int status(Type answer) {
		if (this.told.status() != null) {
			return this.told.status();
		}
		AnnotationAttributes status = attributes(this.method, WEB + "ResponseStatus");
		if (status != null) {
			// such as `201 CREATED`
			return Integer.parseInt(String.valueOf(status.get("code")).substring(0, 3));
		}
		return (answer == void.class || answer == Void.class) ? 204 : 200;
	}

	private Type answer() {
		Type type = this.method.getGenericReturnType();
		boolean wrapped = type instanceof ParameterizedType generic
				&& generic.getRawType().getTypeName().endsWith(".ResponseEntity");
		return wrapped ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
	}

	/// A client by scope, a user by level, a contact by what it opened; nothing where
	/// nobody is asked for.
	private List<Object> security() {
		AnnotationAttributes scope = either(SECURITY + "RequiredScope");
		AnnotationAttributes level = either(SECURITY + "RequiredLevel");
		List<Object> ways = new ArrayList<>();
		if (scope != null) {
			ways.add(Map.of("client", List.of(scope.getString("value"))));
		}
		if (level != null) {
			ways.add(Map.of("user", List.of()));
		}
		if (ways.isEmpty() && takes("ContactCaller")) {
			ways.add(Map.of("contact", List.of()));
		}
		if (ways.isEmpty() && (takes("Caller") || takes("ClientCaller") || takes("UserCaller"))) {
			ways.add(Map.of("client", List.of()));
			ways.add(Map.of("user", List.of()));
			ways.add(Map.of("contact", List.of()));
		}
		return ways;
	}

	Optional<String> scope() {
		return Optional.ofNullable(either(SECURITY + "RequiredScope")).map((scope) -> scope.getString("value"));
	}

	private boolean takes(String caller) {
		return List.of(this.method.getParameterTypes())
			.stream()
			.anyMatch((type) -> type.getName().equals(SECURITY + caller));
	}

	private @Nullable AnnotationAttributes either(String annotation) {
		AnnotationAttributes own = attributes(this.method, annotation);
		return (own != null) ? own : attributes(this.controller, annotation);
	}

	private static Map<String, Object> content(String type, Map<String, Object> schema, @Nullable Object example) {
		Map<String, Object> content = ordered("schema", schema);
		if (example != null) {
			content.put("example", example);
		}
		return ordered(type, content);
	}

	private static Map<String, Object> problem(String text) {
		return ordered("description", text.isEmpty() ? "See the problem's type" : text, "content",
				content("application/problem+json", Map.of("$ref", "#/components/schemas/Problem"), null));
	}

	static @Nullable AnnotationAttributes attributes(java.lang.reflect.AnnotatedElement element, String annotation) {
		return AnnotatedElementUtils.getMergedAnnotationAttributes(element, annotation);
	}

	/// The operations of a method: none if it has no mapping, or answers with pages.
	static List<Operation> of(Class<?> controller, Method method, Told told) {
		AnnotationAttributes mapping = attributes(method, WEB + "RequestMapping");
		AnnotationAttributes above = attributes(controller, WEB + "RequestMapping");
		if (mapping == null || isForBrowsers(mapping) || (above != null && isForBrowsers(above))
				|| answersFiles(method)) {
			return List.of();
		}
		String segments = first(above) + first(mapping);
		String path = segments.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^{}]*})+}", "{$1}");
		String tag = told.tags().getOrDefault(name(controller), name(controller));
		return Arrays.stream((Object[]) Objects.requireNonNull(mapping.get("method")))
			.map(String::valueOf)
			.map((verb) -> new Operation(controller, method, verb, path, segments, tag, told.of(verb + " " + path)))
			.toList();
	}

	private static String first(@Nullable AnnotationAttributes mapping) {
		String[] paths = (mapping != null) ? mapping.getStringArray("path") : new String[0];
		return (paths.length > 0) ? paths[0] : "";
	}

	private static String name(Class<?> controller) {
		return controller.getSimpleName().replaceAll("Controller$", "");
	}

	/// Pages, pictures, style sheets.
	private static boolean answersFiles(Method method) {
		String answer = method.getGenericReturnType().getTypeName();
		return FILES.stream().anyMatch(answer::contains);
	}

	/// Pages, and forms with files: a program has a better way for the same.
	private static boolean isForBrowsers(AnnotationAttributes mapping) {
		return List.of(mapping.getStringArray("produces")).contains("text/html")
				|| List.of(mapping.getStringArray("consumes")).contains("multipart/form-data");
	}

}
