package dev.insyn.page.pages;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.insyn.platform.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/// What an administrator configures of a page. What older documents lack (kind, description, reports) is filled in; the
/// rest is checked by [PageChecks].
///
/// @param kind what the page is for
/// @param description tells the page apart from others, for administrators alone
/// @param name what the page is called among the tenant's pages, and in links to it
/// @param title the heading that contacts see
/// @param intro free text above the fields, limited Markdown
/// @param header fields under the logo, above the line; always read-only
/// @param reports tables below the fields
/// @param logNote the note that an update leaves in the CRM's log, with the placeholders of [LogNote]; empty for none
/// @param button the update button's label
/// @param confirmation what the contact is told after the update
public record PageContent(PageKind kind, String description, Localized name, String theme, List<String> languages,
		Localized title, Localized intro, List<PageField> header, List<PageField> body, List<PageReport> reports,
		List<HiddenField> hidden, Localized logNote, Localized button, Localized confirmation, PageRules rules) {

	public PageContent {
		kind = Objects.requireNonNullElse(kind, PageKind.EDIT_OWN_DATA);
		description = Objects.requireNonNullElse(description, "");
		name = orNone(name);
		theme = Objects.requireNonNullElse(theme, "standard");
		languages = orEmpty(languages);
		title = orNone(title);
		intro = orNone(intro);
		header = orEmpty(header);
		body = orEmpty(body);
		reports = orEmpty(reports);
		hidden = orEmpty(hidden);
		logNote = orNone(logNote);
		button = orNone(button);
		confirmation = orNone(confirmation);
		rules = Objects.requireNonNullElse(rules, PageRules.NOTHING);
	}

	/// Header fields, then body fields.
	public List<PageField> fields() {
		return Stream.concat(this.header.stream(), this.body.stream()).toList();
	}

	/// The fields that the contact may change.
	public List<PageField> editable() {
		return this.body.stream().filter(PageField::editable).toList();
	}

	/// The keys of the catalogue's fields that stand on the page or are written by it.
	public List<String> fieldKeys() {
		return Stream.concat(fields().stream().map(PageField::key), this.hidden.stream().map(HiddenField::key))
			.distinct()
			.toList();
	}

	/// The keys of the record types that reports show.
	public List<String> recordTypes() {
		return this.reports.stream().map(PageReport::type).distinct().toList();
	}

	/// The same page in another language, look or under another name.
	public PageContent named(Localized newName, String newDescription) {
		return new PageContent(this.kind, newDescription, newName, this.theme, this.languages, this.title, this.intro,
				this.header, this.body, this.reports, this.hidden, this.logNote, this.button, this.confirmation,
				this.rules);
	}

	/// The part of it that the tenant's register knows, in at least one language.
	PageContent within(Register register, Tenant tenant) {
		return new PageContent(this.kind, this.description, this.name, this.theme,
				this.languages.isEmpty() ? tenant.languages() : this.languages, this.title, this.intro,
				known(this.header, register), known(this.body, register),
				this.reports.stream().filter((report) -> register.recordType(report.type()).isPresent()).toList(),
				this.hidden.stream().filter((field) -> register.field(field.key()).isPresent()).toList(), this.logNote,
				this.button, this.confirmation, this.rules);
	}

	private static List<PageField> known(List<PageField> fields, Register register) {
		return fields.stream().filter((field) -> register.field(field.key()).isPresent()).toList();
	}

	private static Localized orNone(@Nullable Localized text) {
		return (text != null) ? text : Localized.NONE;
	}

	private static <T> List<T> orEmpty(@Nullable List<T> list) {
		return (list != null) ? List.copyOf(list) : List.of();
	}

}
