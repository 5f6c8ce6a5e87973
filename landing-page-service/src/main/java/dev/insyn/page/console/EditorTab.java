package dev.insyn.page.console;

import java.util.Locale;

import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.Register;
import gg.jte.Content;

/// A part of a page that is edited on a screen of its own. It fills a form from the page, reads it back, and draws it.
interface EditorTab {

	/// Its word in the address and in texts.
	String key();

	/// What stands in the form at first.
	FormValues fill(PageContent content, Register register, Locale locale);

	/// The page with what was typed.
	PageContent read(FormValues form, PageContent before, Register register, Locale locale);

	/// What a press of *add* added, as its row is called.
	default String added(FormValues form) {
		return form.get("add");
	}

	/// The inputs.
	Content draw(Editing editing);

}
