package dev.insyn.events;

import java.time.Instant;
import java.util.List;

/// A field of the tenant's catalogue was added, changed or taken away: drop copies of the catalogue.
///
/// @param change [#CREATED], [#UPDATED], [#RETIRED], [#RESTORED] or [#DELETED]
/// @param members which of the field's members changed, as they are called in `/api/field-catalogue`; empty unless it
/// was there before and still is
/// @param by who did it: `user:` or `client:` and an id
public record FieldCatalogueChanged(String field, String change, List<String> members, String by, Instant at) {

	public static final String TOPIC = Topics.CONTACTS;

	public static final String TYPE = "field-catalogue.changed.v1";

	public static final String CREATED = "created";

	public static final String UPDATED = "updated";

	/// No new page may take it; pages that have it keep it.
	public static final String RETIRED = "retired";

	public static final String RESTORED = "restored";

	public static final String DELETED = "deleted";

}
