package dev.insyn.pagekit.console;

import java.util.List;

/// Narrows a table down by one parameter of its address.
///
/// @param type `select`, or the type of an input
public record Filter(String name, String label, String type, List<Choice> choices) {

	/// One of a few; "all" is the component's own first choice.
	public static Filter choice(String name, String label, List<Choice> choices) {
		return new Filter(name, label, "select", List.copyOf(choices));
	}

	/// A word, such as an id.
	public static Filter text(String name, String label) {
		return new Filter(name, label, "text", List.of());
	}

	/// A day.
	public static Filter date(String name, String label) {
		return new Filter(name, label, "date", List.of());
	}

}
