package dev.insyn.audit;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.query.Criteria;

/// What of a chain is looked for; null and empty ask for nothing in particular.
///
/// @param actors any of them
/// @param from when it was recorded, at the earliest
/// @param until when it was recorded, before that
record RecordSearch(@Nullable String contact, @Nullable String type, Set<String> actors, @Nullable Instant from,
		@Nullable Instant until) {

	static RecordSearch about(@Nullable String contact) {
		return new RecordSearch(contact, null, Set.of(), null, null);
	}

	/// Whether every record is meant, but for its time.
	boolean isOpen() {
		return this.contact == null && this.type == null && this.actors.isEmpty();
	}

	/// The criteria, narrowed to type and actor.
	Criteria narrow(Criteria criteria) {
		Criteria narrowed = criteria;
		if (this.type != null) {
			narrowed = narrowed.and("event.type").is(this.type);
		}
		if (!this.actors.isEmpty()) {
			narrowed = narrowed.and("event.actor").in(this.actors);
		}
		return narrowed;
	}

}
