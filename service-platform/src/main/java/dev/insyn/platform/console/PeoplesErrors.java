package dev.insyn.platform.console;

import java.util.Locale;

import dev.insyn.pagekit.Brand;
import dev.insyn.pagekit.Frame;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Message;
import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.platform.errors.ErrorPage;
import dev.insyn.platform.errors.ErrorTexts;
import dev.insyn.platform.errors.Problem;

/// Shows an error to people whose company is not known, or could not be asked for.
final class PeoplesErrors implements ErrorPage {

	private static final Brand NOBODY = Brand.named("Insyn");

	private final TextBook book = TextBook.common();

	@Override
	public String render(Locale locale, Problem problem) {
		Texts texts = this.book.in(locale.getLanguage());
		ErrorTexts words = ErrorTexts.of(problem.status().value(), locale);
		return Kit.render(Kit.page(new Frame(texts, words.title(), NOBODY), Message.of(words.title(), words.text())));
	}

}
