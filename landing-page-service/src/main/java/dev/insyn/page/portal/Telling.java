package dev.insyn.page.portal;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.page.contacts.ContactView;
import dev.insyn.page.own.Reader;
import dev.insyn.pagekit.Texts;
import dev.insyn.platform.tenancy.Tenant;

/// Says in words what happened with a contact's data, and where a value came from.
///
/// @param fields those of the catalogue that stand on the portal's pages, by key; others are internal and not named
/// @param pages what the portal's pages are called, by number
record Telling(Tenant tenant, Reader reader, Map<String, FieldDefinition> fields, Map<String, String> pages) {

	/// Empty for what is of no interest to a person.
	Optional<PlaceView.Happened> happened(OwnHistory.Entry entry) {
		Texts texts = this.reader.texts();
		String key = "history." + entry.type();
		String name = this.tenant.name();
		return texts.find(key + "." + entry.by(), name)
			.or(() -> texts.find(key + "." + entry.how(), name))
			.or(() -> texts.find(key, name))
			.map((words) -> new PlaceView.Happened(entry.at().toString(), time(entry.at()), words, below(entry)));
	}

	/// Where most of the values came from, if several did; empty if no source stands out.
	String usualSource(List<PlaceView.Glance> data) {
		return data.stream()
			.map(PlaceView.Glance::from)
			.filter((from) -> !from.isEmpty())
			.collect(Collectors.groupingBy((from) -> from, LinkedHashMap::new, Collectors.counting()))
			.entrySet()
			.stream()
			.filter((source) -> source.getValue() > data.size() / 2 && source.getValue() > 2)
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse("");
	}

	/// Where a value came from, and when.
	String source(ContactView.Held held) {
		Instant at = held.at();
		String source = held.source();
		if (at == null || source == null) {
			return "";
		}
		String key = source.startsWith("page:") ? "place.from.you" : "place.from.tenant";
		return this.reader.texts().get(key, this.tenant.name(), day(at));
	}

	private String below(OwnHistory.Entry entry) {
		String changed = entry.changed()
			.stream()
			.map(this::label)
			.filter((label) -> !label.isEmpty())
			.collect(Collectors.joining(", "));
		String page = this.pages.getOrDefault(String.valueOf(entry.page()), "");
		return changed.isEmpty() ? page : changed;
	}

	private String label(String key) {
		FieldDefinition field = this.fields.get(key);
		return (field != null) ? field.label(this.reader.locale()) : "";
	}

	private String time(Instant at) {
		return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
			.withLocale(this.reader.locale())
			.format(local(at));
	}

	private String day(Instant at) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(this.reader.locale()).format(local(at));
	}

	private ZonedDateTime local(Instant at) {
		return at.atZone(this.tenant.timeZone());
	}

	static Map<String, FieldDefinition> byKey(List<FieldDefinition> fields) {
		return fields.stream().collect(Collectors.toMap(FieldDefinition::key, (field) -> field, (one, _) -> one));
	}

}
