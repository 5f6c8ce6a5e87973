package dev.insyn.page.own;

import java.util.Optional;

import dev.insyn.page.contacts.ContactAway;
import dev.insyn.page.contacts.ContactService;
import dev.insyn.page.contacts.ContactView;
import dev.insyn.page.pages.LivePage;
import dev.insyn.pagekit.TextBook;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Draws a page for whoever sets it up: with invented data, or with a contact's, seen with the caller's own rights.
@Component
public class PagePreviews {

	private final PagePreview preview;

	private final ContactService contacts;

	private final TextBook book;

	PagePreviews(PagePreview preview, ContactService contacts, TextBook book) {
		this.preview = preview;
		this.contacts = contacts;
		this.book = book;
	}

	/// @param language one of the page's, else its first
	/// @param contact null for invented data
	/// @return empty if the contact is not to be had
	public Optional<Content> draw(LivePage page, @Nullable String language, @Nullable String contact) {
		return contact(page, language, contact).map((view) -> this.preview.of(page, language, view));
	}

	private Optional<ContactView> contact(LivePage page, @Nullable String language, @Nullable String contact) {
		if (contact == null) {
			return Optional.of(SampleContact.of(page, Reader.of(this.book, page, language, null)));
		}
		try {
			return this.contacts.view(contact, page.fieldKeys(), page.reports());
		}
		catch (ContactAway away) {
			return Optional.empty();
		}
	}

}
