package dev.insyn.pagekit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// A page that says one thing: link opening, confirmation, errors. Paragraphs are plain text.
public record Message(String heading, List<String> paragraphs, @Nullable Action action, @Nullable String note) {

	/// A message with nothing to do.
	public static Message of(String heading, String... paragraphs) {
		return new Message(heading, List.of(paragraphs), null, null);
	}

	/// The same message with a button that posts (no fields) to an address of this site.
	public Message post(String label, String address) {
		return new Message(this.heading, this.paragraphs, new Action(label, address, true), this.note);
	}

	/// The same message with a link that looks like a button.
	public Message go(String label, String address) {
		return new Message(this.heading, this.paragraphs, new Action(label, address, false), this.note);
	}

	/// The same message with a quiet line below, for example the number of the incident.
	public Message note(String quiet) {
		return new Message(this.heading, this.paragraphs, this.action, quiet);
	}

	/// What the reader can do: a form post or a link.
	public record Action(String label, String address, boolean post) {

	}

}
