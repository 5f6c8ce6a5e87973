package dev.insyn.notification;

import java.time.Instant;
import java.util.List;

/// A contact changed its data on a page.
///
/// @param fields the keys of what it changed, never values
/// @param cause the id of the event that told of it
record PageUse(String contact, String page, List<String> fields, Instant at, String cause) {

	PageUse {
		fields = List.copyOf(fields);
	}

}
