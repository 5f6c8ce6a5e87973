package dev.insyn.events;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class ContractTests {

	private static final String EACH = "dev.insyn.events.Contract#all";

	@Test
	void everyTypeHasARecordASampleAndASchema() {
		assertThat(Contract.types()).hasSizeGreaterThan(15).doesNotHaveDuplicates();
		assertThat(Contract.names("samples")).containsExactlyInAnyOrderElementsOf(Contract.types().toList());
		assertThat(Contract.names("schemas")).containsExactlyInAnyOrderElementsOf(Contract.types().toList());
	}

	@ParameterizedTest
	@MethodSource(EACH)
	void isNamedAsAPastFactWithAVersionOnATopicOfInsyn(Contract contract) {
		assertThat(contract.type()).matches("[a-z-]+\\.[a-z-]+\\.v[0-9]+");
		assertThat(contract.record().getSimpleName()).doesNotEndWith("Event");
		assertThat(Stream.concat(Topics.AUDITED.stream(), Stream.of(Topics.AUDIT))).contains(contract.topic());
	}

	@ParameterizedTest
	@MethodSource(EACH)
	void readsItsSampleAndWritesExactlyIt(Contract contract) {
		Object event = Contract.JSON.treeToValue(contract.sample(), contract.record());
		assertThat(Contract.JSON.readTree(Contract.JSON.writeValueAsBytes(event))).isEqualTo(contract.sample());
	}

	@ParameterizedTest
	@MethodSource(EACH)
	void readsItsSampleWithUnknownFieldsAdded(Contract contract) {
		ObjectNode newer = contract.sample();
		addUnknown(newer);
		Object event = Contract.JSON.treeToValue(newer, contract.record());
		assertThat(event).isEqualTo(Contract.JSON.treeToValue(contract.sample(), contract.record()));
		assertThat(errors(contract, newer)).isEmpty();
	}

	private static void addUnknown(ObjectNode object) {
		object.values().forEach((value) -> {
			if (value instanceof ObjectNode nested && !nested.isEmpty() && !nested.has("sv")) {
				addUnknown(nested);
			}
		});
		object.put("addedLater", "by a newer version").putObject("alsoAdded").put("deeply", true);
	}

	@ParameterizedTest
	@MethodSource(EACH)
	void hasASampleThatKeepsToItsSchema(Contract contract) {
		assertThat(errors(contract, contract.sample())).isEmpty();
	}

	@ParameterizedTest
	@MethodSource(EACH)
	void hasASchemaThatNamesEveryFieldOfItsRecordAndNoOther(Contract contract) {
		JsonNode properties = Contract.JSON.readTree(contract.schema()).get("properties");
		assertThat(properties.propertyNames()).containsExactlyInAnyOrderElementsOf(
				Arrays.stream(contract.record().getRecordComponents()).map(RecordComponent::getName).toList());
	}

	@ParameterizedTest
	@MethodSource(EACH)
	void hasASchemaThatAsksForWhatItsRecordCantBeWithout(Contract contract) {
		Set<String> required = Arrays.stream(contract.record().getRecordComponents())
			.filter((component) -> component.getAnnotatedType().getAnnotations().length == 0)
			.map(RecordComponent::getName)
			.collect(Collectors.toSet());
		JsonNode schema = Contract.JSON.readTree(contract.schema());
		assertThat(schema.get("required").valueStream().map(JsonNode::stringValue))
			.containsExactlyInAnyOrderElementsOf(required);
	}

	@ParameterizedTest
	@MethodSource(EACH)
	void hasASchemaThatRefusesASampleWithoutARequiredField(Contract contract) {
		for (JsonNode required : Contract.JSON.readTree(contract.schema()).get("required")) {
			ObjectNode broken = contract.sample();
			broken.remove(required.stringValue());
			assertThat(errors(contract, broken)).as(required.stringValue()).isNotEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource(EACH)
	void hasASchemaThatRefusesEveryFieldOfAnotherShape(Contract contract) {
		for (String field : contract.sample().propertyNames()) {
			ObjectNode broken = contract.sample();
			broken.putArray(field).add(1).add(true);
			assertThat(errors(contract, broken)).as(field).isNotEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource(EACH)
	void hasASchemaThatRefusesTimesThatAreNone(Contract contract) {
		for (String field : List.of("at", "changedAt", "receivedAt", "expires", "due")) {
			if (contract.sample().has(field)) {
				assertThat(errors(contract, contract.sample().put(field, "yesterday"))).as(field).isNotEmpty();
			}
		}
	}

	@Test
	void tellsACrmContactSealedOrPlainButNotBothAndNotNeither() {
		Contract upserted = new Contract(CrmContactUpserted.class);
		ObjectNode plain = upserted.sample();
		plain.remove("sealed");
		plain.putObject("values").put("first-name", "Anna");
		assertThat(errors(upserted, plain)).isEmpty();
		assertThat(errors(upserted, plain.deepCopy().putNull("sealed"))).isEmpty();
		assertThat(errors(upserted, plain.deepCopy().set("sealed", upserted.sample().get("sealed")))).isNotEmpty();
		plain.remove("values");
		assertThat(errors(upserted, plain)).isNotEmpty();
	}

	@Test
	void refusesPersonalDataInTheClearWhereAJweBelongs() {
		Contract registered = new Contract(ContactRegistered.class);
		assertThat(errors(registered, registered.sample().put("sealed", "{\"first-name\":\"Anna\"}"))).isNotEmpty();
	}

	/// Goes red when a record gets a component such as `firstName`, `email` or `address`.
	/// The exceptions are data of
	/// the tenant's own staff or texts of administrators, and `values`, which a tenant
	/// must allow.
	@ParameterizedTest
	@MethodSource(EACH)
	void hasNoFieldNamedLikePersonalDataInPlain(Contract contract) {
		Pattern personal = Pattern
			.compile("name|mail|phone|mobile|address|street|city|postal|birth|title|value|before|after|person|note");
		Set<String> harmless = Set.of("LandingPagePublished.name", "LandingPagePublished.names", "Notification.emails",
				"CrmContactUpserted.values", "CrmRecordsUpserted.values", "CrmRecordsDeleted.values",
				"ContactDataUpdated.logNote", "ContactDataConfirmed.logNote", "ContactMarketingObjected.mailing",
				"LinkIssued.mailing", "LinkOpened.mailing", "LinkRevoked.mailing", "EmailSent.mailing",
				"EmailFailed.mailing", "EmailBounced.mailing", "MailingStarted.mailing", "MailingPaused.mailing",
				"MailingResumed.mailing", "MailingFinished.mailing");
		assertThat(components(contract.record())
			.filter((component) -> personal.matcher(component.getName().toLowerCase(Locale.ROOT)).find())
			.map((component) -> component.getDeclaringRecord().getSimpleName() + "." + component.getName()))
			.allMatch(harmless::contains);
	}

	private static Stream<RecordComponent> components(Class<?> type) {
		return Arrays.stream(type.getRecordComponents())
			.flatMap((component) -> component.getType().isRecord()
					? Stream.concat(Stream.of(component), components(component.getType())) : Stream.of(component));
	}

	static List<String> errors(Contract contract, JsonNode body) {
		Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
			.getSchema(contract.schema(), InputFormat.JSON);
		return schema
			.validate(body.toString(), InputFormat.JSON,
					(context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true)))
			.stream()
			.map(Object::toString)
			.toList();
	}

}
