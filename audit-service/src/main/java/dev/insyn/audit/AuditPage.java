package dev.insyn.audit;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Some records, newest first, as clients see them.
///
/// @param next give it as `before` for the next page; null: there is none
record AuditPage(List<Entry> records, @Nullable Long next) {

	/// A record.
	///
	/// @param place topic, partition and offset
	/// @param body the event's payload as it came, a JWE in it still sealed; null if it
	/// was withheld, see `remark`
	record Entry(long seq, String id, String type, String time, String actor, String subject, @Nullable String contact,
			@Nullable String crmContact, String source, String place, @Nullable String trace, Instant recordedAt,
			@Nullable JsonNode body, @Nullable String remark, String mac) {

		static Entry of(JsonMapper json, AuditRecord record) {
			AuditedEvent event = record.event();
			return new Entry(record.seq(), event.id(), event.type(), event.time(), event.actor(), event.subject(),
					event.contact(), event.crmContact(), event.source(), record.place(), event.trace(),
					record.recordedAt(), (event.body() != null) ? json.readTree(event.body()) : null, event.remark(),
					record.mac());
		}

	}

	static AuditPage of(JsonMapper json, List<AuditRecord> records, int limit) {
		Long next = (records.size() == limit) ? records.getLast().seq() : null;
		return new AuditPage(records.stream().map((record) -> Entry.of(json, record)).toList(), next);
	}

}
