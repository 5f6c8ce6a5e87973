package dev.insyn.page.theme.wizard;

import dev.insyn.pagekit.Texts;
import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.NullUnmarked;

/// The wizard's templates as content. The generated code takes null for an interceptor that we do not have.
@NullUnmarked
final class Templates {

	private Templates() {
	}

	static Content list(ListView view) {
		return (output) -> JtelistGenerated.render((HtmlTemplateOutput) output, null, view);
	}

	static Content wizard(WizardView view) {
		return (output) -> JtewizardGenerated.render((HtmlTemplateOutput) output, null, view);
	}

	static Content check(CheckView view) {
		return (output) -> JtecheckGenerated.render((HtmlTemplateOutput) output, null, view);
	}

	static Content picture(Texts texts, Draft draft, PictureView view) {
		return (output) -> JtepictureGenerated.render((HtmlTemplateOutput) output, null, texts, draft.address(), view,
				draft.look());
	}

	static Content question(Texts texts, Question question) {
		return (output) -> JtequestionGenerated.render((HtmlTemplateOutput) output, null, texts, question);
	}

	static Content sample(Texts texts, String name) {
		return (output) -> JtesampleGenerated.render((HtmlTemplateOutput) output, null, texts, name);
	}

}
