package dev.insyn.contact.segment;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// An uploaded file on its way to a list.
///
/// @param into what it is to do to the list; null in what was written before there was a choice
/// @param matched contacts that the file names
/// @param added those of them that were not on the list before
/// @param looked how much of all contacts was compared with it, 0 to 1
/// @param beat when there was last a sign of life
public record Upload(State state, @Nullable Into into, long rows, long matched, long added, long refused, double looked,
		Instant beat) {

	private static final Duration DEAD = Duration.ofSeconds(60);

	/// Whether nothing will come of it any more, since whoever worked at it died.
	public boolean isDeadAt(Instant now) {
		return this.state == State.RUNNING && this.beat.plus(DEAD).isBefore(now);
	}

	/// Whether the segment has no list until the file has been read. One that had a list
	/// before keeps it until then, and for good if nothing comes of the file.
	public boolean blocks() {
		return this.state != State.DONE && isNew();
	}

	/// Whether the segment was made of this file.
	public boolean isNew() {
		return this.into == null || this.into == Into.NEW;
	}

	Upload adding(long contacts) {
		return new Upload(this.state, this.into, this.rows, this.matched, contacts, this.refused, this.looked,
				this.beat);
	}

	/// What a file does to a list.
	public enum Into {

		/// There was none.
		NEW,

		/// Those of the file come to those that are on it.
		ADD,

		/// Those of the file take the place of those that are on it.
		REPLACE;

		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}

		public static Optional<Into> find(String code) {
			return Stream.of(values()).filter((into) -> into.code().equals(code)).findFirst();
		}

	}

	/// How far it is.
	public enum State {

		RUNNING, DONE, FAILED

	}

}
