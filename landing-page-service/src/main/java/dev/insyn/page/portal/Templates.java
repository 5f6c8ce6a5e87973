package dev.insyn.page.portal;

import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.NullUnmarked;

/// The portal's templates as content. The generated code takes null for an interceptor that we do not have.
@NullUnmarked
final class Templates {

	private Templates() {
	}

	static Content place(PlaceView view) {
		return (output) -> JteplaceGenerated.render((HtmlTemplateOutput) output, null, view);
	}

	static Content history(PlaceView view) {
		return (output) -> JtehistoryGenerated.render((HtmlTemplateOutput) output, null, view);
	}

}
