package dev.insyn.contact.console;

import java.util.List;

import dev.insyn.pagekit.Texts;
import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.NullUnmarked;

/// The screens' own templates as content. The generated code takes null for an interceptor that we do not have.
@NullUnmarked
final class Templates {

	private Templates() {
	}

	/// @param wrong what is wrong with the columns as a whole; null if nothing is
	static Content columns(Texts texts, List<ColumnRow> rows, boolean mayGrow, String wrong) {
		return (output) -> JtecolumnsGenerated.render((HtmlTemplateOutput) output, null, texts, rows, mayGrow, wrong);
	}

}
