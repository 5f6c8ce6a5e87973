package dev.insyn.contact.segment.console;

import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.NullUnmarked;

/// The screens' own templates as content. The generated code takes null for an interceptor that we do not have.
@NullUnmarked
final class Templates {

	private Templates() {
	}

	static Content builder(BuilderView view) {
		return (output) -> JtebuilderGenerated.render((HtmlTemplateOutput) output, null, view);
	}

	static Content count(CountView view) {
		return (output) -> JtecountGenerated.render((HtmlTemplateOutput) output, null, view);
	}

}
