package dev.insyn.contact.update;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.insyn.contact.Provenance;
import dev.insyn.events.Origin;
import dev.insyn.platform.messaging.Actor;

import org.jspecify.annotations.Nullable;

/// A contact's submit of a page, before its values are read.
///
/// @param at when the contact submitted it
/// @param follows the contact's own updates that it could not see, as they waited like this one
record PageUpdate(String page, @Nullable Integer pageVersion, @Nullable String link, Instant at,
		Map<String, Long> shown, Map<String, Object> changes, Map<String, Object> hidden, @Nullable String logNote,
		@Nullable String language, List<IdempotencyKey> follows) {

	Origin origin() {
		return new Origin(Origin.PAGE, this.page, this.pageVersion, this.link, null);
	}

	Provenance provenance(Actor actor) {
		return new Provenance("page:" + this.page, actor.toString(), this.at);
	}

	@Override
	public String toString() {
		return "PageUpdate[" + this.page + "]";
	}

}
