package dev.insyn.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.insyn.platform.security.PortalCaller;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What happened with a contact's data, for the contact itself: its own token says whose. Kinds of actors are told, never
/// who they are; keys of fields, never values. Asked by landing-page-service, which knows whether the sign-in goes on, and
/// not to be reached through the gateway.
@RestController
class OwnHistoryController {

	private static final int MOST = 100;

	/// What says something to the contact; what only keeps systems in step is left out.
	private static final Set<String> TOLD = Set.of("contact.registered", "contact.data-updated",
			"contact.data-confirmed", "contact.email-change-requested", "contact.email-changed", "contact.viewed",
			"contact.key-handed-out", "contact.marketing-objected", "contact.marketing-objection-lifted",
			"contact.restricted", "contact.restriction-lifted", "link.issued", "link.opened", "link.revoked",
			"access-code.requested", "portal.signed-in", "portal.signed-out", "portal.access-changed");

	private final ReadingRecords reading;

	private final JsonMapper json;

	OwnHistoryController(ReadingRecords reading, JsonMapper json) {
		this.reading = reading;
		this.json = json;
	}

	/// Newest first.
	/// @param before the `next` of the slice before
	@GetMapping("/own-history")
	Slice own(PortalCaller caller, @RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable Long before) {
		int most = Math.clamp(limit, 1, MOST);
		List<AuditRecord> records = this.reading.find(caller.tenant(), RecordSearch.about(caller.contact()), before,
				most);
		List<Entry> entries = records.stream()
			.filter((record) -> TOLD.contains(type(record)))
			.map(this::entry)
			.toList();
		return new Slice(entries, (records.size() == most) ? records.getLast().seq() : null);
	}

	private Entry entry(AuditRecord record) {
		JsonNode body = body(record.event());
		String actor = record.event().actor();
		return new Entry(type(record), time(record), actor.replaceFirst(":.*", ""),
				text(body, "page", body.at("/origin/page")), fields(body), how(record, body));
	}

	/// A word that tells one case from another.
	private static @Nullable String how(AuditRecord record, JsonNode body) {
		return switch (type(record)) {
			case "portal.signed-in" -> body.path("by").asString(null);
			case "portal.access-changed" -> body.path("way").asString("") + "-" + body.path("change").asString("");
			default -> null;
		};
	}

	private static @Nullable String text(JsonNode body, String field, JsonNode other) {
		return body.path(field).asString(other.asString(null));
	}

	private static List<String> fields(JsonNode body) {
		List<String> fields = new ArrayList<>();
		body.path("fields").forEach((field) -> fields.add(field.asString("")));
		return fields;
	}

	private JsonNode body(AuditedEvent event) {
		try {
			return (event.body() != null) ? this.json.readTree(event.body()) : this.json.createObjectNode();
		}
		catch (JacksonException unreadable) {
			return this.json.createObjectNode();
		}
	}

	private static Instant time(AuditRecord record) {
		try {
			return Instant.parse(record.event().time());
		}
		catch (DateTimeParseException odd) {
			return record.recordedAt();
		}
	}

	private static String type(AuditRecord record) {
		return record.event().type().replaceFirst("\\.v\\d+$", "");
	}

	/// @param next what the following slice begins before; null if nothing follows
	record Slice(List<Entry> entries, @Nullable Long next) {
	}

	/// Something that happened.
	///
	/// @param by `contact`, `user`, `client` or `system`
	/// @param fields keys of what changed
	record Entry(String type, Instant at, String by, @Nullable String page, List<String> fields, @Nullable String how) {
	}

}
