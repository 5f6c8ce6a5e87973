package dev.insyn.page.own;

import java.util.List;
import java.util.Locale;

import dev.insyn.page.pages.LivePage;
import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.platform.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/// Who reads a page: the language, whether it was asked for by hand (it then sticks to the form), and the way of writing
/// dates, numbers and phones.
///
/// @param portal whether the page was opened from the portal, and so leads back there
public record Reader(Texts texts, Locale locale, boolean chosen, boolean portal) {

	/// The asked language if the page has it, else the best for the browser.
	static Reader of(TextBook book, LivePage page, @Nullable String asked, @Nullable String acceptLanguage) {
		return of(book, page.tenant(), page.languages(), asked, acceptLanguage);
	}

	/// @param languages to choose from, the default first
	public static Reader of(TextBook book, Tenant tenant, List<String> languages, @Nullable String asked,
			@Nullable String acceptLanguage) {
		boolean chosen = asked != null && languages.contains(asked);
		Texts texts = chosen ? book.in(asked) : book.choose(acceptLanguage, languages);
		return new Reader(texts, Locale.of(texts.language(), tenant.country()), chosen, false);
	}

	/// The same reader, at a page that was opened from the portal or by a link.
	Reader at(PageVisit visit) {
		return new Reader(this.texts, this.locale, this.chosen, visit.isFromPortal());
	}

	public String language() {
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
