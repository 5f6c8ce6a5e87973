package dev.insyn.contact.search;

import java.time.Instant;
import java.util.Locale;

/// Where a contact stands among all of its tenant: by the time of its last change, then by its id, so that no two stand at
/// one place and a page begins where the last one ended. Sorts as text.
public final class Place {

	/// Before all places.
	public static final String FIRST = "";

	/// After all places.
	public static final String LAST = "~";

	private Place() {
	}

	public static String of(Instant changedAt, String id) {
		return String.format(Locale.ROOT, "%013d.%s", Math.max(0, changedAt.toEpochMilli()), id);
	}

}
