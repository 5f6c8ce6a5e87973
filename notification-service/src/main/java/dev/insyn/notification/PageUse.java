package dev.insyn.notification;

import java.time.Instant;
import java.util.List;

/// A contact changed its data on a page.
///
/// @param page [#NONE] where no page was used
/// @param fields the keys of what it changed, never values
/// @param cause the id of the event that told of it
public record PageUse(String contact, String page, List<String> fields, Instant at, String cause) {

	/// Stands for no page.
	public static final String NONE = "-";

	public PageUse {
		fields = List.copyOf(fields);
	}

	public boolean ofPage() {
		return !this.page.equals(NONE);
	}

}
