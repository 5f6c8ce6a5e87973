package dev.insyn.page.pages;

import java.time.Instant;

import dev.insyn.platform.messaging.Actor;

/// The last thing that was done to a page.
///
/// @param by who did it, as `user:` and an id
public record Changed(Act act, Instant at, String by) {

	static Changed of(Act act, Instant at, Actor by) {
		return new Changed(act, at, by.toString());
	}

	/// What can be done to a page.
	public enum Act {

		CREATED, EDITED, PUBLISHED, ARCHIVED, UNARCHIVED, DISCARDED, RESTORED, IMPORTED

	}

}
