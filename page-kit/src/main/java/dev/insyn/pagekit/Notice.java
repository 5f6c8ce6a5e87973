package dev.insyn.pagekit;

import java.util.List;
import java.util.Locale;

/// A box that says something about the page as a whole; its kind is said in words, never only by colour.
public record Notice(Kind kind, String heading, List<String> paragraphs) {

	/// A notice with plain text paragraphs.
	public static Notice of(Kind kind, String heading, String... paragraphs) {
		return new Notice(kind, heading, List.of(paragraphs));
	}

	/// What kind of news it is.
	public enum Kind {

		SUCCESS, INFO, WARNING;

		/// The style class.
		public String css() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
