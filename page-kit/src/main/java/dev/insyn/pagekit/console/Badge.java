package dev.insyn.pagekit.console;

import java.util.Locale;

/// A state as a small word with a dot; the word says it, the colour only helps.
public record Badge(String text, Tone tone) {

	/// Nothing special, or over: a draft, something archived.
	public static Badge neutral(String text) {
		return new Badge(text, Tone.NEUTRAL);
	}

	/// As it should be: published, sent.
	public static Badge good(String text) {
		return new Badge(text, Tone.GOOD);
	}

	/// Under way: queued, running.
	public static Badge busy(String text) {
		return new Badge(text, Tone.BUSY);
	}

	/// Wants a look: due soon, unpublished changes.
	public static Badge warning(String text) {
		return new Badge(text, Tone.WARNING);
	}

	/// Harm: failed, broken, locked.
	public static Badge bad(String text) {
		return new Badge(text, Tone.BAD);
	}

	/// What the dot's colour says.
	public enum Tone {

		NEUTRAL, GOOD, BUSY, WARNING, BAD;

		/// The style class.
		public String css() {
			return "tone-" + name().toLowerCase(Locale.ROOT);
		}

	}

}
