package dev.insyn.pagekit.console;

import org.jspecify.annotations.Nullable;

/// One line of a comparison: what it is about, and what it is on either side; null where that side has none.
public record Difference(String label, @Nullable String before, @Nullable String after) {

	/// Whether both sides say the same.
	public boolean same() {
		return (this.before != null) ? this.before.equals(this.after) : this.after == null;
	}

}
