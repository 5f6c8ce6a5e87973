package dev.insyn.pagekit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What surrounds the content of a contact's page: language, title, brand, the language switch, and in the portal the way
/// around.
///
/// @param place null outside the portal
public record Frame(Texts texts, String title, Brand brand, List<LanguageLink> languages, @Nullable Place place) {

	/// A frame outside the portal.
	public Frame(Texts texts, String title, Brand brand, List<LanguageLink> languages) {
		this(texts, title, brand, languages, null);
	}

	/// A frame without a language switch.
	public Frame(Texts texts, String title, Brand brand) {
		this(texts, title, brand, List.of());
	}

	/// The same frame in a contact's own place.
	public Frame in(Place own) {
		return new Frame(this.texts, this.title, this.brand, this.languages, own);
	}

	/// The document title: what the page is, then whose it is.
	public String documentTitle() {
		return this.title + " – " + this.brand.name();
	}

}
