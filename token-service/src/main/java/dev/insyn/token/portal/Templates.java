package dev.insyn.token.portal;

import dev.insyn.token.templates.JteaccessGenerated;
import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.NullUnmarked;

/// The portal's templates as content. The generated code takes null for an interceptor that we do not have.
@NullUnmarked
final class Templates {

	private Templates() {
	}

	static Content access(AccessView view) {
		return (output) -> JteaccessGenerated.render((HtmlTemplateOutput) output, null, view);
	}

}
