package dev.insyn.events;

import java.time.Instant;

/// A saved list of contacts was made, changed or deleted. What it is called and whom it holds is not told.
///
/// @param change `created`, `updated` or `deleted`
/// @param kind `filter`, `hand` or `csv`
public record SegmentChanged(String segment, String change, String kind, Instant at) {

	public static final String TOPIC = Topics.CONTACTS;

	public static final String TYPE = "segment.changed.v1";

}
