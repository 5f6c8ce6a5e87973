package dev.insyn.stack.crm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.insyn.events.ContactDataConfirmed;
import dev.insyn.events.ContactDataUpdated;
import dev.insyn.events.ContactKeyHandedOut;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the demo CRMs got, told for people: who, what, and, opened with the contact's data key, the values before and
/// after.
public final class CrmFeed {

	/// Opened as they come. Others hold no values, or, when a contact is registered,
	/// those that this CRM sent itself.
	private static final Set<String> OPENED = Set.of(ContactDataUpdated.TYPE, ContactDataConfirmed.TYPE);

	private static final int AT_ONCE = 100;

	private final CrmReader reader;

	private final Map<String, DataKeys> keys;

	public CrmFeed(CrmReader reader, List<ApiClient> clients) {
		this.reader = reader;
		this.keys = clients.stream().collect(Collectors.toMap((client) -> client.tenant().id(), DataKeys::new));
	}

	/// The latest entries, oldest first.
	public List<Entry> after(long number) {
		List<ReceivedEvent> events = this.reader.eventsAfter(number)
			.stream()
			.filter((event) -> !event.type().equals(ContactKeyHandedOut.TYPE))
			.toList();
		return events.subList(Math.max(0, events.size() - AT_ONCE), events.size()).stream().map(this::tell).toList();
	}

	private Entry tell(ReceivedEvent event) {
		JsonNode body = event.json();
		String contact = body.path("contact").asString("");
		Optional<DemoPerson> person = this.reader.crmIdOf(contact).flatMap((crmId) -> person(event.tenant(), crmId));
		List<Change> changes = new ArrayList<>();
		String problem = OPENED.contains(event.type()) ? open(event, body, changes) : null;
		return new Entry(event.number(), event.at().toString(), event.type(), event.tenant(), event.actor(),
				person.map(DemoPerson::name).orElse(null), person.map(DemoPerson::crmId).orElse(null), contact,
				text(body.path("origin").path("page")), fields(body), changes, problem,
				event.topic() + "/" + event.partition() + "/" + event.offset());
	}

	/// @return why it stays closed, if it does
	private @Nullable String open(ReceivedEvent event, JsonNode body, List<Change> changes) {
		DataKeys tenantsKeys = this.keys.get(event.tenant());
		if (tenantsKeys == null || body.path("sealed").asString("").isEmpty()) {
			return null;
		}
		try {
			JsonNode values = tenantsKeys.open(body.path("contact").asString(), body.path("keyId").asString(),
					body.path("sealed").asString());
			values.properties()
				.forEach((field) -> changes.add(new Change(field.getKey(), text(field.getValue().path("before")),
						text(field.getValue().path("after")))));
			return null;
		}
		catch (ApiRefusal refusal) {
			return "no data key: " + refusal.getMessage();
		}
	}

	private static List<String> fields(JsonNode body) {
		List<String> fields = new ArrayList<>();
		if (body.path("fields").isArray()) {
			body.path("fields")
				.forEach((field) -> fields.add(field.isString() ? field.asString() : field.path("key").asString("")));
		}
		return fields;
	}

	private static @Nullable String text(JsonNode value) {
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		return value.isContainer() ? joined(value) : value.asString();
	}

	private static String joined(JsonNode parts) {
		List<String> texts = new ArrayList<>();
		parts.forEach((part) -> texts.add(part.asString("")));
		return String.join(", ", texts);
	}

	private static Optional<DemoPerson> person(String tenant, String crmId) {
		return DemoTenant.withId(tenant)
			.flatMap((known) -> known.numberOf(crmId).map((number) -> DemoPeople.person(known, number)));
	}

	/// @param name as the CRM knows the contact; null for somebody else's
	/// @param problem why the values stay closed; null if they are open or there are none
	/// @param place topic, partition and offset
	public record Entry(long number, String at, String type, String tenant, String actor, @Nullable String name,
			@Nullable String crmId, String contact, @Nullable String page, List<String> fields, List<Change> changes,
			@Nullable String problem, String place) {
	}

	/// A field's value before and after; null: none.
	public record Change(String field, @Nullable String before, @Nullable String after) {
	}

}
