package dev.insyn.token.link;

import java.util.List;

import dev.insyn.pagekit.FieldFrame;
import dev.insyn.pagekit.FormField;
import dev.insyn.pagekit.SummaryEntry;
import dev.insyn.pagekit.Texts;
import dev.insyn.platform.store.Stored;
import dev.insyn.token.code.Entered;
import dev.insyn.token.templates.JteopencodeGenerated;
import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Draws the page that asks for a mailed code. It says neither whose the link is nor where the code went.
@Component
class CodeScreen {

	private final LinkScreens screens;

	CodeScreen(LinkScreens screens) {
		this.screens = screens;
	}

	ResponseEntity<Content> sent(Stored<Link> link, String token, String challenge, @Nullable String languages) {
		return page(HttpStatus.OK, link, token, challenge, null, languages);
	}

	/// @param outcome why the code opened nothing
	ResponseEntity<Content> refused(Stored<Link> link, String token, String challenge, Entered outcome,
			@Nullable String languages) {
		return page(HttpStatus.UNPROCESSABLE_CONTENT, link, token, challenge, outcome, languages);
	}

	String language(Stored<Link> link, @Nullable String languages) {
		return this.screens.texts(link, languages).language();
	}

	private ResponseEntity<Content> page(HttpStatus status, Stored<Link> link, String token, String challenge,
			@Nullable Entered outcome, @Nullable String languages) {
		Texts texts = this.screens.texts(link, languages);
		String error = (outcome == Entered.WRONG) ? texts.get("link.code.wrong") : null;
		FormField field = new FormField.Text(new FieldFrame("code", texts.get("link.code.label"),
				texts.get("link.code.hint"), error, FieldFrame.Mark.NONE), "", "text", "one-time-code", "numeric",
				FormField.Width.SHORT, 12, 1);
		boolean over = outcome == Entered.TOO_MANY_TRIES || outcome == Entered.EXPIRED;
		CodeView view = new CodeView(texts, "/l/" + token + "/code", challenge, over ? null : field,
				(error != null) ? List.of(new SummaryEntry("f-code", error)) : List.of());
		return this.screens.page(status, link, texts, texts.get("link.code.heading"),
				(output) -> JteopencodeGenerated.render((HtmlTemplateOutput) output, null, view));
	}

}
