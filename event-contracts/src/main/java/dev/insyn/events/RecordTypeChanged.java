package dev.insyn.events;

import java.time.Instant;

/// A kind of record that the tenant stores, such as orders, was added, changed or taken away with its records.
///
/// @param recordType its key
/// @param change [#CREATED], [#UPDATED] or [#DELETED]
/// @param by who did it: `user:` or `client:` and an id
public record RecordTypeChanged(String recordType, String change, String by, Instant at) {

	public static final String TOPIC = Topics.CONTACTS;

	public static final String TYPE = "record-type.changed.v1";

	public static final String CREATED = "created";

	public static final String UPDATED = "updated";

	public static final String DELETED = "deleted";

}
