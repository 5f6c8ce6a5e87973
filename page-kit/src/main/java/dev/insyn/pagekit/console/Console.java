package dev.insyn.pagekit.console;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.SummaryEntry;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.templates.console.JteactionGenerated;
import dev.insyn.pagekit.templates.console.JteactionsGenerated;
import dev.insyn.pagekit.templates.console.JtebesideGenerated;
import dev.insyn.pagekit.templates.console.JtecardGenerated;
import dev.insyn.pagekit.templates.console.JtechooserGenerated;
import dev.insyn.pagekit.templates.console.JteconfirmationGenerated;
import dev.insyn.pagekit.templates.console.JtedialogGenerated;
import dev.insyn.pagekit.templates.console.JtedifferencesGenerated;
import dev.insyn.pagekit.templates.console.JteemptyGenerated;
import dev.insyn.pagekit.templates.console.JtefactsGenerated;
import dev.insyn.pagekit.templates.console.JtefieldGenerated;
import dev.insyn.pagekit.templates.console.JteformGenerated;
import dev.insyn.pagekit.templates.console.JtepageGenerated;
import dev.insyn.pagekit.templates.console.JteparagraphGenerated;
import dev.insyn.pagekit.templates.console.JteprogressGenerated;
import dev.insyn.pagekit.templates.console.JtesortableGenerated;
import dev.insyn.pagekit.templates.console.JtesourceGenerated;
import dev.insyn.pagekit.templates.console.JtetableGenerated;
import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;

/// The console's components, each as a piece of content: a screen is `Console.page(frame, Console.table(texts, table))`, or
/// a template of the service's own with these in it.
public final class Console {

	private static final Map<Integer, String> ERRORS = Map.of(403, "forbidden", 404, "not-found", 405, "not-found", 409,
			"conflict", 412, "conflict", 413, "too-large", 429, "too-many", 502, "away", 503, "away", 504, "away");

	private Console() {
	}

	/// A whole screen.
	public static Content page(ConsoleFrame frame, Content... content) {
		return html((output) -> JtepageGenerated.render(output, null, frame, all(content)));
	}

	/// A whole screen that says what went wrong, and what to do.
	/// @param path where it happened, which tells the section
	/// @param status the HTTP status
	public static Content error(Texts texts, ConsoleUser user, String path, int status) {
		String key = "console.error." + ERRORS.getOrDefault(status, (status < 500) ? "refused" : "failed");
		Section section = Section.of(path);
		Action back = Action.link(texts.get(section.key()), section.address());
		return page(ConsoleFrame.of(texts, texts.get(key + ".title"), section, user),
				empty(Empty.of(texts.get(key + ".text")).action(back)));
	}

	/// Several pieces after one another.
	public static Content all(Content... pieces) {
		return (output) -> Stream.of(pieces).forEach((piece) -> piece.writeTo(output));
	}

	/// Nothing.
	public static Content nothing() {
		return (output) -> {
		};
	}

	/// A table with its search, filters and paging, or its empty state.
	public static Content table(Texts texts, Table table) {
		return html((output) -> JtetableGenerated.render(output, null, texts, table));
	}

	/// A form; above it, what is wrong with it.
	public static Content form(Texts texts, Form form) {
		return form(texts, form, form.wrong());
	}

	/// A form with content of the service's own, in which more can be wrong.
	/// @param wrong every field in which something is, in their order: such a form was
	/// not kept
	public static Content form(Texts texts, Form form, Collection<Field> wrong) {
		if (!wrong.isEmpty()) {
			form.unsaved();
		}
		return html((output) -> JteformGenerated.render(output, null, texts, form, errors(texts, wrong)));
	}

	/// A field, for forms in a service's own template.
	public static Content field(Texts texts, Field field) {
		return html((output) -> JtefieldGenerated.render(output, null, texts, field));
	}

	/// What is wrong with the fields, each line a link to its input; empty if nothing is.
	public static Content errors(Texts texts, Collection<Field> fields) {
		List<SummaryEntry> entries = fields.stream().flatMap((field) -> field.summary().stream()).toList();
		return Kit.errors(texts, entries);
	}

	/// A button or a link that looks like one.
	public static Content action(Action action) {
		return html((output) -> JteactionGenerated.render(output, null, action));
	}

	/// Buttons in a row.
	public static Content actions(Action... actions) {
		return html((output) -> JteactionsGenerated.render(output, null, List.of(actions)));
	}

	/// A question, to be opened by [Action#ask].
	public static Content dialog(Texts texts, Dialog dialog) {
		return html((output) -> JtedialogGenerated.render(output, null, texts, dialog));
	}

	/// The same question as a page's content, for who has no script. Its heading is the
	/// frame's title.
	public static Content confirmation(Texts texts, Dialog dialog) {
		return html((output) -> JteconfirmationGenerated.render(output, null, texts, dialog));
	}

	/// A box with a heading.
	public static Content card(String heading, Content... content) {
		return html((output) -> JtecardGenerated.render(output, null, heading, all(content)));
	}

	/// Two columns where there is room: what is looked at, and what stands beside it.
	public static Content beside(Content main, Content side) {
		return html((output) -> JtebesideGenerated.render(output, null, main, side));
	}

	/// A description list.
	public static Content facts(List<Fact> facts) {
		return html((output) -> JtefactsGenerated.render(output, null, facts));
	}

	/// Plain text as a paragraph.
	public static Content paragraph(String text) {
		return html((output) -> JteparagraphGenerated.render(output, null, text));
	}

	/// A machine's text in mono, with its line breaks; long lines wrap.
	public static Content source(String text) {
		return html((output) -> JtesourceGenerated.render(output, null, text));
	}

	/// Where nothing is yet.
	public static Content empty(Empty empty) {
		return html((output) -> JteemptyGenerated.render(output, null, empty));
	}

	/// A search for one of many.
	public static Content chooser(Texts texts, Chooser chooser) {
		return html((output) -> JtechooserGenerated.render(output, null, texts, chooser));
	}

	/// Long work, while it goes on.
	public static Content progress(Texts texts, Progress progress) {
		return html((output) -> JteprogressGenerated.render(output, null, texts, progress));
	}

	/// Both sides of a comparison; what is the same on both is left out unless there is
	/// nothing else.
	public static Content differences(Texts texts, String before, String after, List<Difference> lines) {
		return html((output) -> JtedifferencesGenerated.render(output, null, texts, before, after, lines));
	}

	/// A list whose order the user makes.
	public static Content sortable(Texts texts, Sortable list) {
		return html((output) -> JtesortableGenerated.render(output, null, texts, list));
	}

	private static Content html(Consumer<HtmlTemplateOutput> template) {
		return (output) -> template.accept((HtmlTemplateOutput) output);
	}

}
