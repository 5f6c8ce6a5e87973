package dev.insyn.testing.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

import static dev.insyn.testing.openapi.Schemas.ordered;
import static org.assertj.core.api.Assertions.assertThat;

/// Keeps a service's `openapi.json` true: it is made of the controllers (paths, parameters, records) and their comments,
/// and the build fails when it is not what they say. Nothing is made or scanned when the service starts.
public final class OpenApi {

	private static final Path STORED = Path.of("src/main/resources/openapi.json");

	private static final Path TOLD = Path.of("src/main/openapi/told.json");

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private OpenApi() {
	}

	/// With `-Dopenapi.write` it is written anew.
	/// @param service such as `contact-service`, run in its module's folder
	/// @param about one sentence on what the service owns
	public static void check(String service, String basePackage, String about) {
		String made = JSON.writeValueAsString(document(service, basePackage, about)) + "\n";
		try {
			if (System.getProperty("openapi.write") != null) {
				Files.writeString(STORED, made);
			}
			assertThat(Files.exists(STORED) ? Files.readString(STORED) : "")
				.as("%s/%s; write it anew with: mvn test -pl %s -am -Dtest=OpenApiTests -Dopenapi.write "
						+ "-Dsurefire.failIfNoSpecifiedTests=false", service, STORED, service)
				.isEqualTo(made);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, Object> document(String service, String basePackage, String about) {
		Sources sources = Sources.below(Path.of("src/main/java"));
		Schemas schemas = new Schemas(sources);
		Map<String, Map<String, Object>> paths = new TreeMap<>();
		Told told = told();
		List<Operation> operations = operations(basePackage, told);
		for (Operation operation : operations) {
			paths.computeIfAbsent(operation.path(), (_) -> new TreeMap<>())
				.put(operation.verb().toLowerCase(Locale.ROOT), operation.describe(sources, schemas));
		}
		paths.putAll(told.paths());
		Set<String> scopes = operations.stream()
			.flatMap((operation) -> operation.scope().stream())
			.collect(Collectors.toCollection(TreeSet::new));
		schemas.components().put("Problem", Common.problem());
		return ordered("openapi", "3.1.0", "info",
				ordered("title", "Insyn: " + service, "version", "1", "description", about), "servers",
				List.of(Map.of("url", "/")), "paths", paths, "components", ordered("schemas", schemas.components(),
						"responses", Common.responses(), "securitySchemes", Common.securitySchemes(scopes)));
	}

	private static List<Operation> operations(String basePackage, Told told) {
		return controllers(basePackage).stream()
			.flatMap((controller) -> Arrays.stream(controller.getDeclaredMethods())
				.sorted(Comparator.comparing(Method::getName))
				.flatMap((method) -> Operation.of(controller, method, told).stream()))
			.filter((operation) -> isPublic(operation.path()) && !told.isInternal(operation.path()))
			.sorted(Comparator.comparing(Operation::name))
			.toList();
	}

	/// The gateway leads nowhere else.
	private static boolean isPublic(String path) {
		return path.startsWith("/api/") || path.equals("/audit") || path.startsWith("/audit/");
	}

	@SuppressWarnings("unchecked")
	private static List<Class<?>> controllers(String basePackage) {
		ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
		Class<?> marker = ClassUtils.resolveClassName("org.springframework.web.bind.annotation.RestController", null);
		scan.addIncludeFilter(new AnnotationTypeFilter((Class<? extends java.lang.annotation.Annotation>) marker));
		return scan.findCandidateComponents(basePackage)
			.stream()
			.map((bean) -> String.valueOf(bean.getBeanClassName()))
			.sorted()
			.<Class<?>>map((name) -> ClassUtils.resolveClassName(name, null))
			.filter(OpenApi::isOfMain)
			.toList();
	}

	private static boolean isOfMain(Class<?> type) {
		return !type.getProtectionDomain().getCodeSource().getLocation().getPath().contains("test-classes");
	}

	private static Told told() {
		return Files.exists(TOLD) ? JSON.readValue(TOLD, Told.class) : Told.NOTHING;
	}

}
