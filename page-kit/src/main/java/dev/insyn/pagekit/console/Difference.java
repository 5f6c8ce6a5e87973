package dev.insyn.pagekit.console;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// One line of a comparison: what it is about, and what it is on either side; null where that side has none.
public record Difference(String label, @Nullable String before, @Nullable String after) {

	/// Whether both sides say the same.
	public boolean same() {
		return (this.before != null) ? this.before.equals(this.after) : this.after == null;
	}

	/// The side before, in stretches: what the side after has not is its own.
	public List<Words> beforeInWords() {
		return Words.of(text(this.before), text(this.after));
	}

	/// The side after, likewise.
	public List<Words> afterInWords() {
		return Words.of(text(this.after), text(this.before));
	}

	private static String text(@Nullable String side) {
		return (side != null) ? side : "";
	}

}
