package dev.insyn.page.editing;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.insyn.fields.Choice;
import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldRules;
import dev.insyn.fields.FieldType;
import dev.insyn.page.catalogue.RecordType;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.Register;
import dev.insyn.page.pages.StartingContent;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A page and a register, to be bent.
final class ContentFixtures {

	static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	static final Tenant NORDCYKEL = new Tenant(new TenantId("nordcykel"), "Nordcykel AB", List.of("sv", "en"),
			ZoneId.of("Europe/Stockholm"), "SE", "kundservice@nordcykel.example");

	private ContentFixtures() {
	}

	/// The page that a tenant begins with.
	static PageContent beginning() {
		return StartingContent.of(NORDCYKEL);
	}

	static ObjectNode json(PageContent content) {
		return (ObjectNode) JSON.readTree(JSON.writeValueAsString(content));
	}

	/// The beginning, changed as JSON, so that a test says what an administrator would
	/// send.
	static PageContent with(UnaryOperator<ObjectNode> change) {
		return JSON.treeToValue(change.apply(json(beginning())), PageContent.class);
	}

	/// The beginning with a member that is this.
	static PageContent with(String member, String json) {
		return with((content) -> {
			JsonNode value = JSON.readTree(json);
			content.set(member, value);
			return content;
		});
	}

	/// A body of one field that is this.
	static PageContent field(String json) {
		return with("body", "[" + json + "]");
	}

	static Register register() {
		List<FieldDefinition> fields = new ArrayList<>();
		List.of("first-name", "last-name", "title", "birth-date", "mobile", "phone", "address", "country", "language",
				"newsletter", "interests", "notes", "customer-number", "email", "updated-on")
			.forEach((key) -> fields.add(definition(key)));
		List<FieldDefinition> columns = List.of("number", "date", "description", "amount", "status")
			.stream()
			.map(ContentFixtures::definition)
			.toList();
		RecordType orders = new RecordType("orders", Map.of("sv", "Beställningar"), columns, Map.of("sv", "Leverans"),
				"contract", "P7Y", "crm");
		return Register.of(fields, List.of(orders));
	}

	private static FieldDefinition definition(String key) {
		return new FieldDefinition(key, type(key), Map.of("sv", key), choices(key), rules(key), Map.of("sv", "Avtal"),
				"contract", "P3Y", "crm");
	}

	private static FieldType type(String key) {
		return switch (key) {
			case "birth-date", "updated-on" -> FieldType.DATE;
			case "mobile", "phone" -> FieldType.PHONE;
			case "address" -> FieldType.ADDRESS;
			case "country" -> FieldType.COUNTRY;
			case "language" -> FieldType.CHOICE;
			case "interests" -> FieldType.CHOICES;
			case "newsletter" -> FieldType.YES_NO;
			case "notes" -> FieldType.MULTILINE;
			case "email" -> FieldType.EMAIL;
			default -> FieldType.TEXT;
		};
	}

	private static List<Choice> choices(String key) {
		return List.of("language", "interests").contains(key)
				? List.of(new Choice("sv", Map.of("sv", "svenska")), new Choice("en", Map.of("sv", "engelska")))
				: List.of();
	}

	private static FieldRules rules(String key) {
		return key.equals("title") ? FieldRules.maxLength(10) : FieldRules.NONE;
	}

}
