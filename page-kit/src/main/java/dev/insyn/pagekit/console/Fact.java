package dev.insyn.pagekit.console;

import gg.jte.Content;

/// A line of a description list.
public record Fact(String term, Content value) {

	/// A fact in plain text.
	public static Fact of(String term, String value) {
		return new Fact(term, Cell.text(value));
	}

	/// A fact drawn by a component.
	public static Fact of(String term, Content value) {
		return new Fact(term, value);
	}

}
