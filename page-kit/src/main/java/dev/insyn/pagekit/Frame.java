package dev.insyn.pagekit;

import java.util.List;

/// What surrounds the content of a contact's page: language, title, brand and the language switch.
public record Frame(Texts texts, String title, Brand brand, List<LanguageLink> languages) {

	/// A frame without a language switch.
	public Frame(Texts texts, String title, Brand brand) {
		this(texts, title, brand, List.of());
	}

	/// The document title: what the page is, then whose it is.
	public String documentTitle() {
		return this.title + " – " + this.brand.name();
	}

}
