package dev.insyn.contact.segment;

import java.time.Duration;
import java.time.Instant;

/// An uploaded file on its way to a list.
///
/// @param looked how much of all contacts was compared with it, 0 to 1
/// @param beat when there was last a sign of life
public record Upload(State state, long rows, long matched, long refused, double looked, Instant beat) {

	private static final Duration DEAD = Duration.ofSeconds(60);

	/// Whether nothing will come of it any more, since whoever worked at it died.
	public boolean isDeadAt(Instant now) {
		return this.state == State.RUNNING && this.beat.plus(DEAD).isBefore(now);
	}

	/// How far it is.
	public enum State {

		RUNNING, DONE, FAILED

	}

}
