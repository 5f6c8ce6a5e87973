package dev.insyn.pagekit.console;

import org.jspecify.annotations.Nullable;

/// A column of a table.
///
/// @param sort the key to sort by; null if the table can't be sorted by it
/// @param number right-aligned, with figures of one width
/// @param secondary left out where the window is not wide
public record Column(String label, @Nullable String sort, boolean number, boolean secondary) {

	/// A column of words.
	public static Column of(String label) {
		return new Column(label, null, false, false);
	}

	/// A column of numbers.
	public static Column number(String label) {
		return new Column(label, null, true, false);
	}

	/// The table can be sorted by it, under this key.
	public Column sorted(String key) {
		return new Column(this.label, key, this.number, this.secondary);
	}

	/// Can be done without in a narrow window.
	public Column minor() {
		return new Column(this.label, this.sort, this.number, true);
	}

	/// The style classes; null if it needs none.
	public @Nullable String css() {
		return this.number ? (this.secondary ? "number minor" : "number") : (this.secondary ? "minor" : null);
	}

}
