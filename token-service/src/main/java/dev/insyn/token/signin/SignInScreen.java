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
import dev.insyn.token.user.Users;
import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Draws the sign-in. Nobody is known yet, so it looks like nobody's and speaks the browser's language.
@Component
class SignInScreen {

	private final TextBook book = TextBook.with("/dev/insyn/token/texts/", "/dev/insyn/token/console/");

	private final OtherWays others;

	private final boolean takesPasswords;

	SignInScreen(OtherWays others, Users users) {
		this.others = others;
		this.takesPasswords = users.haveWithPassword() || others.all().isEmpty();
	}

	ResponseEntity<Content> show(HttpStatus status, SignInForm form, @Nullable String languages) {
		Texts texts = this.book.choose(languages, ConsoleLanguages.ALL);
		SignInView view = view(texts, form);
		Content content = (output) -> JtesigninGenerated.render((HtmlTemplateOutput) output, null, view);
		return ResponseEntity.status(status)
			.header(HttpHeaders.CONTENT_LANGUAGE, texts.language())
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
			.body(Kit.page(frame(texts), content));
	}

	private static Frame frame(Texts texts) {
		return new Frame(texts, texts.get("sign-in.title"), Brand.named("Insyn"));
	}

	private SignInView view(Texts texts, SignInForm form) {
		FormField email = new FormField.Text(frame(texts, SignInForm.EMAIL, form), form.email(), "email", "username",
				"email", FormField.Width.LONG, null, 1);
		FormField password = new FormField.Text(frame(texts, SignInForm.PASSWORD, form), "", "password",
				"current-password", null, FormField.Width.LONG, null, 1);
		return new SignInView(texts, form, this.takesPasswords ? List.of(email, password) : List.of(),
				summary(texts, form), this.others.all(), elsewhere(form.news()));
	}

	private SignInView.@Nullable Elsewhere elsewhere(SignInForm.@Nullable News news) {
		return this.others.all()
			.stream()
			.filter((way) -> news != null && way.id().equals(news.provider()))
			.flatMap((way) -> this.others.signOutAddress(way.id())
				.map((address) -> new SignInView.Elsewhere(way.name(), address.toString()))
				.stream())
			.findFirst()
			.orElse(null);
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
