package dev.insyn.page.pages;

import java.util.List;

/// What lists tell of a page's draft, so that they need not read its content.
///
/// @param fields keys of the catalogue's fields on it
/// @param recordTypes keys of the record types in its reports
public record PageCard(PageKind kind, Localized name, String description, String theme, List<String> languages,
		List<String> fields, List<String> recordTypes) {

	static PageCard of(PageContent content) {
		return new PageCard(content.kind(), content.name(), content.description(), content.theme(), content.languages(),
				content.fieldKeys(), content.recordTypes());
	}

	/// What the page is called, in its first language.
	public String title() {
		return this.languages.isEmpty() ? this.name.in("en") : this.name.in(this.languages.getFirst());
	}

}
