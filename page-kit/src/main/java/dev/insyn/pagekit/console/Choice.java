package dev.insyn.pagekit.console;

import org.jspecify.annotations.Nullable;

/// Something to choose in a list, a filter, radio buttons or check boxes.
///
/// @param hint a sentence below the label, where there is room (radio buttons and check boxes)
public record Choice(String value, String label, @Nullable String hint) {

	/// A choice that its label explains.
	public static Choice of(String value, String label) {
		return new Choice(value, label, null);
	}

	/// The same choice with a sentence below.
	public Choice hint(String sentence) {
		return new Choice(this.value, this.label, sentence);
	}

}
