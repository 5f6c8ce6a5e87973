package dev.insyn.events;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class AsyncApiTests {

	private final JsonNode document = Contract.JSON.valueToTree(new Yaml().load(Contract.resource("/asyncapi.yaml")));

	@Test
	void isAValidAsyncApi3Document() {
		assertThat(errors(this.document)).isEmpty();
	}

	/// Shows that the schema looks: without it a document of nonsense would be as valid.
	@Test
	void wouldBeInvalidWithAnActionThatThereIsNot() {
		ObjectNode broken = (ObjectNode) this.document.deepCopy();
		((ObjectNode) broken.get("operations").values().iterator().next()).put("action", "publish");
		assertThat(errors(broken)).isNotEmpty();
	}

	/// AsyncAPI's own schema, from the npm package `@asyncapi/specs` 6.11.1 (Apache
	/// License 2.0).
	private static List<String> errors(JsonNode document) {
		return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
			.getSchema(Contract.resource("/asyncapi-3.0.0.schema.json"), InputFormat.JSON)
			.validate(document.toString(), InputFormat.JSON)
			.stream()
			.map(Object::toString)
			.toList();
	}

	@Test
	void hasAMessageForEveryRecordWithItsTypeSchemaAndSample() {
		Map<String, JsonNode> messages = properties(this.document.at("/components/messages"));
		assertThat(messages.keySet())
			.containsExactlyInAnyOrderElementsOf(Contract.all().map(Contract::toString).toList());
		Contract.all().forEach((contract) -> {
			JsonNode message = this.document.at("/components/messages/" + contract);
			assertThat(message.get("name").stringValue()).isEqualTo(contract.type());
			assertThat(message.at("/payload/schema/$ref").stringValue())
				.isEqualTo("./schemas/" + contract.type() + ".schema.json");
			assertThat(message.get("x-sample").stringValue()).isEqualTo("./samples/" + contract.type() + ".json");
			assertThat(message.at("/traits/0/$ref").stringValue()).isEqualTo("#/components/messageTraits/cloudEvent");
		});
	}

	@Test
	void hasAChannelForEveryTopicWithTheMessagesOfItsRecords() {
		Map<String, List<String>> expected = Contract.all()
			.collect(Collectors.groupingBy(Contract::topic,
					Collectors.mapping(Contract::toString, Collectors.toList())));
		Map<String, List<String>> described = properties(this.document.get("channels")).values()
			.stream()
			.collect(Collectors.toMap((channel) -> channel.get("address").stringValue(),
					(channel) -> channel.get("messages").propertyNames().stream().sorted().toList()));
		assertThat(described).isEqualTo(expected);
	}

	@Test
	void hasAnOperationForEveryMessageOfEveryChannel() {
		List<String> inOperations = properties(this.document.get("operations")).values()
			.stream()
			.flatMap((operation) -> operation.get("messages").valueStream())
			.map((reference) -> reference.get("$ref").stringValue())
			.toList();
		List<String> inChannels = properties(this.document.get("channels")).entrySet()
			.stream()
			.flatMap((channel) -> channel.getValue()
				.get("messages")
				.propertyNames()
				.stream()
				.map((message) -> "#/channels/" + channel.getKey() + "/messages/" + message))
			.toList();
		assertThat(inOperations).containsExactlyInAnyOrderElementsOf(inChannels);
	}

	@Test
	void refersToNothingThatIsNotThere() {
		references(this.document).forEach((reference) -> {
			if (reference.startsWith("#")) {
				assertThat(this.document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
			}
			else {
				assertThat(Contract.resource(reference.substring(1))).as(reference).isNotBlank();
			}
		});
	}

	@Test
	void describesTheHeadersOfACloudEvent() {
		JsonNode headers = this.document.at("/components/messageTraits/cloudEvent/headers");
		assertThat(headers.get("properties").propertyNames()).contains("ce_specversion", "ce_id", "ce_type",
				"ce_source", "ce_subject", "ce_time", "ce_tenant", "ce_actor", "traceparent", "content-type");
	}

	private static Stream<String> references(JsonNode node) {
		Stream<String> own = node.has("$ref") ? Stream.of(node.get("$ref").stringValue()) : Stream.empty();
		return Stream.concat(own, node.valueStream().flatMap(AsyncApiTests::references));
	}

	private static Map<String, JsonNode> properties(JsonNode object) {
		return object.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

}
