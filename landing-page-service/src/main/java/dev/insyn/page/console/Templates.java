package dev.insyn.page.console;

import java.util.List;

import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Field;
import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.NullUnmarked;

/// The screens' own templates as content. The generated code takes null for an interceptor that we do not have.
@NullUnmarked
final class Templates {

	private Templates() {
	}

	static Content editor(EditorView view) {
		return (output) -> JteeditorGenerated.render((HtmlTemplateOutput) output, null, view);
	}

	static Content preview(PreviewPane pane) {
		return (output) -> JtepreviewGenerated.render((HtmlTemplateOutput) output, null, pane);
	}

	static Content fields(Texts texts, List<FieldRow> header, List<FieldRow> body,
			List<FieldRow.Candidate> candidates) {
		return (output) -> JtefieldsGenerated.render((HtmlTemplateOutput) output, null, texts, header, body,
				candidates);
	}

	static Content reports(Texts texts, List<ReportRow> rows, List<FieldRow.Candidate> types) {
		return (output) -> JtereportsGenerated.render((HtmlTemplateOutput) output, null, texts, rows, types);
	}

	static Content hidden(Texts texts, List<FieldRow> rows, List<FieldRow.Candidate> candidates, Field note,
			List<Choice> placeholders, String example, String address) {
		return (output) -> JtehiddenGenerated.render((HtmlTemplateOutput) output, null, texts, rows, candidates, note,
				placeholders, example, address);
	}

	static Content lifetime(Texts texts, Content kind, Content days, Content date, Content opening) {
		return (output) -> JtelifetimeGenerated.render((HtmlTemplateOutput) output, null, texts, kind, days, date,
				opening);
	}

	static Content activity(Texts texts, Content on, Content settings) {
		return (output) -> JteactivityGenerated.render((HtmlTemplateOutput) output, null, texts, on, settings);
	}

	static Content lastChange(Texts texts, String act, Content when, String who) {
		return (output) -> JtelastchangeGenerated.render((HtmlTemplateOutput) output, null, texts, act, when, who);
	}

	static Content by(String who) {
		return (output) -> JtebyGenerated.render((HtmlTemplateOutput) output, null, who);
	}

	static Content pair(Content one, Content two) {
		return (output) -> JtepairGenerated.render((HtmlTemplateOutput) output, null, one, two);
	}

	static Content plain(String text) {
		return (output) -> JteplainGenerated.render((HtmlTemplateOutput) output, null, text);
	}

	static Content obstacles(Texts texts, String address, List<Obstacle> problems, List<Obstacle> fields,
			List<Obstacle> types) {
		return (output) -> JteobstaclesGenerated.render((HtmlTemplateOutput) output, null, texts, address, problems,
				fields, types);
	}

	static Content sides(Texts texts, String address, int newest, String from, String to) {
		return (output) -> JtesidesGenerated.render((HtmlTemplateOutput) output, null, texts, address, newest, from,
				to);
	}

	static Content quiet(String text) {
		return (output) -> JtequietGenerated.render((HtmlTemplateOutput) output, null, text);
	}

	static Content noPreview(Texts texts) {
		return (output) -> JtenopreviewGenerated.render((HtmlTemplateOutput) output, null, texts);
	}

	static Content refusedImport(Texts texts, List<String> reasons) {
		return (output) -> JterefusedGenerated.render((HtmlTemplateOutput) output, null, texts, reasons);
	}

}
