package dev.insyn.token.signin;

import java.util.List;

import dev.insyn.pagekit.FormField;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.SummaryEntry;
import dev.insyn.pagekit.Texts;
import org.jspecify.annotations.Nullable;

/// What the template of the sign-in draws.
public record SignInView(Texts texts, SignInForm form, List<FormField> fields, List<SummaryEntry> errors) {

	public @Nullable Notice notice() {
		String news = this.form.notice();
		return (news != null) ? Notice.of(Notice.Kind.INFO, this.texts.get(news)) : null;
	}

	public String to() {
		return this.form.to().value();
	}

}
