package dev.insyn.pagekit.console;

import java.text.NumberFormat;
import java.util.function.Consumer;

import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.templates.console.JtebadgeGenerated;
import dev.insyn.pagekit.templates.console.JtebelowGenerated;
import dev.insyn.pagekit.templates.console.JtecodeGenerated;
import dev.insyn.pagekit.templates.console.JteidGenerated;
import dev.insyn.pagekit.templates.console.JtelinesGenerated;
import dev.insyn.pagekit.templates.console.JtelinkGenerated;
import dev.insyn.pagekit.templates.console.JtemaskedGenerated;
import dev.insyn.pagekit.templates.console.JtenoneGenerated;
import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

/// What stands in a table's cell or beside a fact's term.
public final class Cell {

	private Cell() {
	}

	/// Plain text.
	public static Content text(String text) {
		return html((output) -> JtelinesGenerated.render(output, null, text, null));
	}

	/// Text, and a quieter line below.
	public static Content text(String text, String below) {
		return html((output) -> JtelinesGenerated.render(output, null, text, below));
	}

	/// A state or the like, and a quieter line below.
	public static Content below(Content above, String below) {
		return html((output) -> JtebelowGenerated.render(output, null, above, below));
	}

	/// Text, or the word for "none".
	public static Content textOrNone(Texts texts, @Nullable String text) {
		return (text == null || text.isBlank()) ? none(texts) : text(text);
	}

	/// A number with the language's separators.
	public static Content number(Texts texts, long number) {
		return text(figure(texts, number));
	}

	/// The same as a word in a sentence.
	public static String figure(Texts texts, long number) {
		return NumberFormat.getIntegerInstance(texts.locale()).format(number);
	}

	/// A dash that screen readers say as "none".
	public static Content none(Texts texts) {
		return html((output) -> JtenoneGenerated.render(output, null, texts));
	}

	/// A state.
	public static Content state(Badge badge) {
		return html((output) -> JtebadgeGenerated.render(output, null, badge));
	}

	/// An id, short in a table; a click copies all of it.
	public static Content id(Texts texts, String id) {
		return html((output) -> JteidGenerated.render(output, null, texts, id, shortened(id)));
	}

	/// A machine's word in mono, such as an event's type.
	public static Content code(String word) {
		return html((output) -> JtecodeGenerated.render(output, null, word));
	}

	/// A link of its own, in a fact.
	public static Content link(String label, String address) {
		return html((output) -> JtelinkGenerated.render(output, null, label, address));
	}

	/// A personal value that is only hinted at until one asks for it.
	public static Content masked(Texts texts, String value) {
		return html((output) -> JtemaskedGenerated.render(output, null, texts, mask(value), value));
	}

	/// `a…@example.com` of an address, `••• 67` of anything else long enough.
	static String mask(String value) {
		int at = value.lastIndexOf('@');
		if (at > 0) {
			return value.substring(0, value.offsetByCodePoints(0, 1)) + "•••" + value.substring(at);
		}
		int length = value.codePointCount(0, value.length());
		return (length < 6) ? "•••" : "••• " + value.substring(value.offsetByCodePoints(0, length - 2));
	}

	private static String shortened(String id) {
		return (id.length() > 14) ? id.substring(0, 8) + "…" : id;
	}

	private static Content html(Consumer<HtmlTemplateOutput> template) {
		return (output) -> template.accept((HtmlTemplateOutput) output);
	}

}
