package dev.insyn.page.pages;

import java.util.List;
import java.util.stream.Stream;

/// What an administrator configures of a page.
///
/// @param name what the page is called among the tenant's pages, and in links to it
/// @param title the heading that contacts see
/// @param intro free text above the fields, limited Markdown
/// @param header fields under the logo, above the line; always read-only
/// @param logNote the note that an update leaves in the CRM's log; empty for none
/// @param button the update button's label
/// @param confirmation what the contact is told after the update
public record PageContent(Localized name, String theme, List<String> languages, Localized title, Localized intro,
		List<PageField> header, List<PageField> body, List<HiddenField> hidden, Localized logNote, Localized button,
		Localized confirmation, PageRules rules) {

	public PageContent {
		if (header.stream().anyMatch(PageField::editable)) {
			throw new IllegalArgumentException("Header fields are read-only");
		}
		header = List.copyOf(header);
		body = List.copyOf(body);
		hidden = List.copyOf(hidden);
		languages = List.copyOf(languages);
	}

	/// Header fields, then body fields.
	public List<PageField> fields() {
		return Stream.concat(this.header.stream(), this.body.stream()).toList();
	}

	/// The fields that the contact may change.
	public List<PageField> editable() {
		return this.body.stream().filter(PageField::editable).toList();
	}

}
