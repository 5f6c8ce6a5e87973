package dev.insyn.page.own;

import dev.insyn.pagekit.Texts;
import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.NullUnmarked;

/// The service's own templates as content. The generated code takes null for an interceptor that we do not have.
@NullUnmarked
final class Templates {

	private Templates() {
	}

	static Content ownData(OwnDataView view) {
		return (output) -> JteowndataGenerated.render((HtmlTemplateOutput) output, null, view);
	}

	static Content email(EmailView view) {
		return (output) -> JteemailGenerated.render((HtmlTemplateOutput) output, null, view);
	}

	static Content receipt(ReceiptView view) {
		return (output) -> JtereceiptGenerated.render((HtmlTemplateOutput) output, null, view);
	}

	static Content report(Texts texts, ReportTable report) {
		return (output) -> JtereportGenerated.render((HtmlTemplateOutput) output, null, texts, report);
	}

	static Content conflict(Texts texts, ConflictChoice choice, String tenant) {
		return (output) -> JteconflictGenerated.render((HtmlTemplateOutput) output, null, texts, choice, tenant);
	}

}
