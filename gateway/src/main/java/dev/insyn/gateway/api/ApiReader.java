package dev.insyn.gateway.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads an OpenAPI 3.1 document, as far as our services write them, into what a page shows.
final class ApiReader {

	private static final List<String> VERBS = List.of("get", "post", "put", "patch", "delete");

	private static final String SCHEMAS = "#/components/schemas/";

	private final JsonNode document;

	private ApiReader(JsonNode document) {
		this.document = document;
	}

	static ApiDescription read(String service, JsonNode document) {
		return new ApiReader(document).read(service);
	}

	private ApiDescription read(String service) {
		Map<String, List<ApiDescription.Operation>> groups = new LinkedHashMap<>();
		this.document.path("paths")
			.properties()
			.forEach((path) -> VERBS.stream()
				.filter((verb) -> path.getValue().has(verb))
				.forEach((verb) -> groups
					.computeIfAbsent(path.getValue().path(verb).at("/tags/0").asString("Others"),
							(_) -> new ArrayList<>())
					.add(operation(verb, path.getKey(), path.getValue().path(verb)))));
		return new ApiDescription(service, this.document.at("/info/description").asString(""),
				groups.entrySet()
					.stream()
					.map((group) -> new ApiDescription.Group(group.getKey(), group.getValue()))
					.toList(),
				schemas());
	}

	private ApiDescription.Operation operation(String verb, String path, JsonNode operation) {
		return new ApiDescription.Operation(operation.path("operationId").asString(verb + path),
				verb.toUpperCase(Locale.ROOT), path, operation.path("summary").asString(""),
				operation.path("description").asString(""), who(operation),
				list(operation.path("parameters"), this::parameter),
				bodies(operation.path("requestBody").path("content")),
				operation.path("responses")
					.properties()
					.stream()
					.map((answer) -> answer(answer.getKey(), resolve(answer.getValue())))
					.toList());
	}

	private static List<String> who(JsonNode operation) {
		List<String> who = new ArrayList<>();
		for (JsonNode way : operation.path("security")) {
			way.properties().forEach((scheme) -> who.add(switch (scheme.getKey()) {
				case "client" -> scheme.getValue().isEmpty() ? "any client of the tenant"
						: "a client with the scope `" + scheme.getValue().get(0).asString() + "`";
				case "user" -> operation.has("x-level")
						? "a user of level " + operation.path("x-level").asInt() + " or higher" : "any user";
				case "contact" -> "a contact that opened a link";
				case "secret" -> "a client with its id and secret";
				default -> scheme.getKey();
			}));
		}
		return who.isEmpty() ? List.of("anybody") : who;
	}

	private ApiDescription.Member parameter(JsonNode parameter) {
		return new ApiDescription.Member(parameter.path("name").asString(""), parameter.path("in").asString(""),
				parameter.path("required").asBoolean(), type(parameter.path("schema")),
				parameter.path("description").asString(""));
	}

	private ApiDescription.Answer answer(String status, JsonNode answer) {
		return new ApiDescription.Answer(status.equals("default") ? "else" : status,
				answer.path("description").asString(""), bodies(answer.path("content")));
	}

	private List<ApiDescription.Body> bodies(JsonNode content) {
		return content.properties()
			.stream()
			.map((body) -> new ApiDescription.Body(body.getKey(), type(body.getValue().path("schema")),
					example(body.getValue().path("example"))))
			.toList();
	}

	private static @Nullable String example(JsonNode example) {
		return example.isMissingNode() ? null : example.toPrettyString();
	}

	private List<ApiDescription.Schema> schemas() {
		return this.document.at("/components/schemas")
			.properties()
			.stream()
			.map((schema) -> new ApiDescription.Schema(schema.getKey(),
					schema.getValue().path("description").asString(""), members(schema.getValue())))
			.toList();
	}

	private List<ApiDescription.Member> members(JsonNode schema) {
		Set<String> required = schema.path("required")
			.valueStream()
			.map(JsonNode::asString)
			.collect(Collectors.toCollection(HashSet::new));
		return schema.path("properties")
			.properties()
			.stream()
			.map((property) -> new ApiDescription.Member(property.getKey(), "", required.contains(property.getKey()),
					type(property.getValue()), property.getValue().path("description").asString("")))
			.toList();
	}

	private ApiDescription.Type type(JsonNode schema) {
		if (schema.has("$ref")) {
			return new ApiDescription.Type("", schema.path("$ref").asString("").replace(SCHEMAS, ""), "");
		}
		if (schema.has("items")) {
			ApiDescription.Type element = type(schema.path("items"));
			return new ApiDescription.Type("list of " + element.before(), element.schema(), element.limits());
		}
		if (schema.path("additionalProperties").isObject()) {
			ApiDescription.Type value = type(schema.path("additionalProperties"));
			return new ApiDescription.Type("map to " + value.before(), value.schema(), value.limits());
		}
		String format = schema.path("format").asString("");
		String type = schema.path("type").isArray()
				? schema.path("type").valueStream().map(JsonNode::asString).collect(Collectors.joining(" or "))
				: schema.path("type").asString("anything");
		return new ApiDescription.Type(format.isEmpty() ? type : type + " (" + format + ")", null, limits(schema));
	}

	private static String limits(JsonNode schema) {
		return Stream
			.of(schema.has("enum") ? schema.path("enum")
				.valueStream()
				.map((value) -> "`" + value.asString() + "`")
				.collect(Collectors.joining(", ")) : "",
					schema.has("pattern") ? "`" + schema.path("pattern").asString() + "`" : "",
					schema.has("default") ? "otherwise `" + schema.path("default").asString() + "`" : "")
			.filter((limit) -> !limit.isEmpty())
			.collect(Collectors.joining("; "));
	}

	private JsonNode resolve(JsonNode answer) {
		String reference = answer.path("$ref").asString("");
		return reference.isEmpty() ? answer : this.document.at(reference.substring(1));
	}

	private static <T> List<T> list(JsonNode nodes, Function<JsonNode, T> each) {
		return nodes.valueStream().map(each).toList();
	}

}
