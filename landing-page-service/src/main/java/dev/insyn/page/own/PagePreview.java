package dev.insyn.page.own;

import dev.insyn.page.contacts.ContactView;
import dev.insyn.page.pages.LivePage;
import dev.insyn.pagekit.TextBook;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Draws a page, published or not, exactly as its contacts will see it, but for its buttons, which are off.
@Component
public class PagePreview {

	private final OwnDataPages pages;

	private final TextBook book;

	PagePreview(OwnDataPages pages, TextBook book) {
		this.pages = pages;
		this.book = book;
	}

	/// @param language one of the page's; another or none: the page's first
	/// @param contact whose data stands on it, real or made up, with the answers to the
	/// page's reports
	public Content of(LivePage page, @Nullable String language, ContactView contact) {
		return this.pages.form(OwnDataPages.Drawing.sample(page, Reader.of(this.book, page, language, null), contact));
	}

}
