package dev.insyn.contact;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.insyn.events.Origin;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.sealing.DataKey;
import dev.insyn.platform.sealing.Jwe;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.tenancy.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.insyn.contact.ContactFixtures.ANNA;
import static dev.insyn.contact.ContactFixtures.TUESDAY;
import static dev.insyn.contact.ContactFixtures.anna;
import static dev.insyn.contact.ContactFixtures.edit;
import static org.assertj.core.api.Assertions.assertThat;

/// That what is told has the shape that others were promised, and says nothing in plain.
class ContactEventsTests {

	private static final JsonMapper json = new JsonMapper();

	private static final TenantId TENANT = new TenantId("nordcykel");

	private static final DataKey KEY = DataKey.random("k-test");

	private static final Origin P05 = new Origin(Origin.PAGE, "P05", 3, "link-1", null);

	private static final ContactEvents events = new ContactEvents();

	static Stream<OutgoingEvent> told() {
		OpenContact open = open(anna());
		Actor actor = Actor.contact(ANNA.value());
		return Stream.of(events.registered(open, anna(), Actor.system("webcrm"), TUESDAY),
				events.updated(open, anna().update(edit(anna(), TUESDAY, "phone", "+46709876543")), actor, TUESDAY, P05,
						"Updated from the page"),
				events.confirmed(open, anna().update(edit(anna(), TUESDAY, Map.of("updated-on", "2026-11-17"))), actor,
						TUESDAY, P05, "Confirmed from the page"),
				events.emailChangeRequested(open, asked(), actor, P05),
				events.emailChanged(open, changed(), actor, P05),
				events.marketingObjected(TENANT, anna(), Actor.client("notification-service"),
						new Standing.Mark(TUESDAY, "unsubscribe", "client:notification-service", "m7k2n4p6r8t3")),
				events.marketingObjectionLifted(TENANT, anna(), Actor.user("u7k2m4n6p8r2"), TUESDAY),
				events.restricted(TENANT, anna(), Actor.user("u7k2m4n6p8r2"), TUESDAY),
				events.restrictionLifted(TENANT, anna(), Actor.user("u7k2m4n6p8r2"), TUESDAY),
				events.deleted(TENANT, ANNA, anna().crm(), Actor.system("webcrm"), TUESDAY),
				events.keyHandedOut(TENANT, ANNA, KEY.id(), Actor.client("demo-crm-nordcykel"), TUESDAY),
				events.viewed(ANNA, new UserCaller(TENANT, "u7k2m4n6p8r2", 10, "Karin", "sv", "s"), TUESDAY));
	}

	/// Red when a field of an event is renamed, missing or added on one side only.
	@ParameterizedTest
	@MethodSource("told")
	void hasTheFieldsOfTheSample(OutgoingEvent event) {
		JsonNode sample = json.readTree(resource("samples/" + event.type() + ".json"));

		assertThat(fields(body(event))).containsExactlyInAnyOrderElementsOf(fields(sample));
	}

	@ParameterizedTest
	@MethodSource("told")
	void fitsTheSchema(OutgoingEvent event) {
		assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
			.getSchema(resource("schemas/" + event.type() + ".schema.json"))
			.validate(json.writeValueAsString(event.body()), InputFormat.JSON)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("told")
	void saysNothingInPlain(OutgoingEvent event) {
		assertThat(json.writeValueAsString(event.body())).doesNotContain("Anna\"", "Lindqvist", "kund.example",
				"ny.example", "+467");
		assertThat(event.partitionKey()).isEqualTo("nordcykel:" + ANNA);
	}

	@Test
	void anUpdateCarriesBothSidesSealedByTheContactsKey() {
		OutgoingEvent event = events.updated(open(anna()),
				anna().update(edit(anna(), TUESDAY, "phone", null, "title", "Inköpare")), Actor.contact(ANNA.value()),
				TUESDAY, P05, null);

		JsonNode sealed = json.readTree(Jwe.decrypt(KEY, body(event).path("sealed").asString()));

		assertThat(sealed.toString()).isEqualTo(
				"{\"phone\":{\"before\":\"+46701234567\",\"after\":null},\"title\":{\"before\":null,\"after\":\"Inköpare\"}}");
		assertThat(body(event).path("fields").toString()).isEqualTo("[\"phone\",\"title\"]");
	}

	@Test
	void aConfirmationWithoutHiddenFieldsCarriesNothingSealed() {
		OutgoingEvent event = events.confirmed(open(anna()), anna().update(edit(anna(), TUESDAY)),
				Actor.contact(ANNA.value()), TUESDAY, P05, null);

		assertThat(body(event).path("sealed").isNull()).isTrue();
		assertThat(body(event).path("fields").isNull()).isTrue();
	}

	private static Contact asked() {
		return anna().update(edit(anna(), TUESDAY, "email", "anna@ny.example")).contact();
	}

	private static Contact changed() {
		return asked().enterCode(true, new Provenance("page:P05", "contact:" + ANNA, TUESDAY)).changed().contact();
	}

	private static OpenContact open(Contact contact) {
		return new OpenContact(TENANT, contact, new ContactSealing(json, TENANT, contact.id(), KEY), KEY.id(), false,
				List.of());
	}

	private static JsonNode body(OutgoingEvent event) {
		return json.valueToTree(event.body());
	}

	private static List<String> fields(JsonNode body) {
		return body.properties().stream().flatMap((field) -> {
			Stream<String> inner = field.getValue().isObject() ? fields(field.getValue()).stream() : Stream.empty();
			Stream<String> own = field.getValue().isNull() ? Stream.empty() : Stream.of(field.getKey());
			return Stream.concat(own, inner.map((name) -> field.getKey() + "." + name));
		}).toList();
	}

	private static InputStream resource(String path) {
		return Objects.requireNonNull(ContactEventsTests.class.getResourceAsStream("/" + path));
	}

}
