package dev.insyn.token.signin;

import java.time.Duration;
import java.util.List;

import dev.insyn.pagekit.Brand;
import dev.insyn.pagekit.FieldFrame;
import dev.insyn.pagekit.FormField;
import dev.insyn.pagekit.Frame;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.SummaryEntry;
import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.token.templates.JtesigninGenerated;
import dev.insyn.token.user.ConsoleLanguages;
import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// Draws the sign-in. Nobody is known yet, so it looks like nobody's and speaks the browser's language.
class SignInScreen {

	private final TextBook book = TextBook.with("/dev/insyn/token/texts/", "/dev/insyn/token/console/");

	ResponseEntity<Content> show(HttpStatus status, SignInForm form, @Nullable String languages) {
		Texts texts = this.book.choose(languages, ConsoleLanguages.ALL);
		SignInView view = view(texts, form);
		Content content = (output) -> JtesigninGenerated.render((HtmlTemplateOutput) output, null, view);
		return ResponseEntity.status(status)
			.header(HttpHeaders.CONTENT_LANGUAGE, texts.language())
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
			.body(Kit.page(new Frame(texts, texts.get("sign-in.title"), Brand.named("Insyn")), content));
	}

	private static SignInView view(Texts texts, SignInForm form) {
		FormField email = new FormField.Text(frame(texts, SignInForm.EMAIL, form), form.email(), "email", "username",
				"email", FormField.Width.LONG, null, 1);
		FormField password = new FormField.Text(frame(texts, SignInForm.PASSWORD, form), "", "password",
				"current-password", null, FormField.Width.LONG, null, 1);
		return new SignInView(texts, form, List.of(email, password), summary(texts, form));
	}

	private static FieldFrame frame(Texts texts, String name, SignInForm form) {
		String error = form.errors().get(name);
		String words = (error != null) ? texts.get(error, inWords(texts, form.locked())) : null;
		return new FieldFrame(name, texts.get("sign-in." + name), null, words, FieldFrame.Mark.NONE);
	}

	private static List<SummaryEntry> summary(Texts texts, SignInForm form) {
		return form.errors()
			.entrySet()
			.stream()
			.map((error) -> new SummaryEntry("f-" + error.getKey(),
					texts.get(error.getValue(), inWords(texts, form.locked()))))
			.toList();
	}

	/// Rounded up, so that whoever waits as long as it says has waited long enough.
	private static String inWords(Texts texts, Duration wait) {
		long seconds = wait.toSeconds() + 1;
		return (seconds <= 60) ? texts.count("sign-in.wait.seconds", seconds)
				: texts.count("sign-in.wait.minutes", (seconds + 59) / 60);
	}

}
