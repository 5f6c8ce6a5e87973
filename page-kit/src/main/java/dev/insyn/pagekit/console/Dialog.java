package dev.insyn.pagekit.console;

import java.util.List;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// A question before something is done: what will happen, in words, and the button that does it. [Action#ask] opens it;
/// without script the same dialog is a page of its own.
///
/// @param paragraphs what will happen, in plain text
/// @param does the form post; its label says what is done ("Archive P05"), never "OK"
/// @param content perhaps more to fill in, inside the form
/// @param back where cancelling leads, on the page of its own
public record Dialog(String id, String heading, List<String> paragraphs, Action does, @Nullable Content content,
		String back) {

	/// A question whose post needs nothing to be filled in.
	public static Dialog of(String id, String heading, Action does, String back, String... paragraphs) {
		return new Dialog(id, heading, List.of(paragraphs), does, null, back);
	}

	/// The same question with fields in its form.
	public Dialog with(Content fields) {
		return new Dialog(this.id, this.heading, this.paragraphs, this.does, fields, this.back);
	}

}
