package dev.insyn.page.own;

import java.util.Locale;

import dev.insyn.page.pages.LivePage;
import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import org.jspecify.annotations.Nullable;

/// Who reads a page: the language, whether it was asked for by hand (it then sticks to the form), and the way of writing
/// dates, numbers and phones.
record Reader(Texts texts, Locale locale, boolean chosen) {

	/// The asked language if the page has it, else the best for the browser.
	static Reader of(TextBook book, LivePage page, @Nullable String asked, @Nullable String acceptLanguage) {
		boolean chosen = asked != null && page.languages().contains(asked);
		Texts texts = chosen ? book.in(asked) : book.choose(acceptLanguage, page.languages());
		return new Reader(texts, Locale.of(texts.language(), page.tenant().country()), chosen);
	}

	String language() {
		return this.texts.language();
	}

	/// The page's own address, in the language that was asked for.
	String address(LivePage page) {
		return address(page, "");
	}

	/// An address under the page's own.
	String address(LivePage page, String below) {
		return "/p/" + page.number() + below + (this.chosen ? "?lang=" + language() : "");
	}

}
