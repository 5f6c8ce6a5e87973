package dev.insyn.page.pages;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.page.catalogue.RecordType;
import dev.insyn.platform.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/// The published version of a page, ready to be shown; kept in memory.
public final class LivePage {

	private final Tenant tenant;

	private final String number;

	private final PublishedVersion published;

	private final Map<String, FieldDefinition> definitions = new LinkedHashMap<>();

	private final String fieldKeys;

	private final String reports;

	LivePage(Tenant tenant, String number, PublishedVersion published) {
		this.tenant = tenant;
		this.number = number;
		this.published = published;
		published.definitions().forEach((stored) -> this.definitions.put(stored.key(), stored.definition()));
		this.fieldKeys = content().fields().stream().map(PageField::key).distinct().collect(Collectors.joining(","));
		this.reports = content().reports().stream().map(PageReport::asked).collect(Collectors.joining(","));
	}

	/// What contacts would see if a draft were published: what the tenant does not store
	/// is
	/// left out.
	public static LivePage draft(Tenant tenant, String number, PageContent content, Register register) {
		return new LivePage(tenant, number, PublishedVersion.ofDraft(content.within(register, tenant), register));
	}

	public Tenant tenant() {
		return this.tenant;
	}

	public String number() {
		return this.number;
	}

	public int version() {
		return this.published.version();
	}

	public PageContent content() {
		return this.published.content();
	}

	/// The languages that contacts can read it in, the default first.
	public List<String> languages() {
		return content().languages();
	}

	/// The keys of all fields shown, separated by commas.
	public String fieldKeys() {
		return this.fieldKeys;
	}

	/// What the page's reports ask contact-service for, separated by commas.
	public String reports() {
		return this.reports;
	}

	/// The definition of a field on the page.
	/// @throws IllegalArgumentException if it is not on the page
	public FieldDefinition definition(PageField field) {
		return definition(field.key());
	}

	public FieldDefinition definition(String key) {
		FieldDefinition definition = this.definitions.get(key);
		if (definition == null) {
			throw new IllegalArgumentException("Not on this page: " + key);
		}
		return definition;
	}

	/// The keys of everything that stands on the page, read-only and hidden fields too.
	public Set<String> knownKeys() {
		return this.definitions.keySet();
	}

	/// What the page is called, in its first language.
	public String name() {
		return content().name().in(languages().getFirst());
	}

	/// The note that an update leaves in the CRM's log, in the page's first language.
	/// @param changed keys of the fields that the contact changed
	/// @return null if the page leaves none
	public @Nullable String logNote(Collection<String> changed, Instant at) {
		String language = languages().getFirst();
		String note = content().logNote().in(language);
		if (note.isBlank()) {
			return null;
		}
		List<String> headings = content().editable()
			.stream()
			.filter((field) -> changed.contains(field.key()))
			.map((field) -> heading(field, language))
			.toList();
		return LogNote.fill(note, new LogNote.Update(name(), this.number, at.atZone(this.tenant.timeZone()), headings,
				Locale.of(language, this.tenant.country())));
	}

	/// The record type that a report shows, as it was when the page was published.
	public RecordType recordType(PageReport report) {
		return this.published.recordTypes()
			.stream()
			.filter((type) -> type.key().equals(report.type()))
			.findFirst()
			.map(StoredRecordType::type)
			.orElseThrow(() -> new IllegalArgumentException("Not on this page: " + report.type()));
	}

	/// What stands above a report's table.
	public String heading(PageReport report, String language) {
		return report.heading().isEmpty() ? Labels.of(recordType(report).labels(), language, report.type())
				: report.heading().in(language);
	}

	/// What a field is called on this page.
	public String heading(PageField field, String language) {
		return field.heading().isEmpty() ? Labels.of(definition(field).labels(), language, field.key())
				: field.heading().in(language);
	}

}
