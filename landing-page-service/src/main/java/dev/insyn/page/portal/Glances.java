package dev.insyn.page.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldFormatter;
import dev.insyn.page.contacts.ContactView;
import dev.insyn.page.own.Reader;
import dev.insyn.page.own.ReportTable;
import dev.insyn.page.pages.LivePage;
import dev.insyn.page.pages.PageField;
import dev.insyn.page.pages.PageReport;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// What the portal's pages show of a contact, all of it once: the fields that stand on any of them, and their reports of
/// the contact's organisation. What stands on none is not asked for.
///
/// @param reports each with the page that allows it
record Glances(Set<String> keys, Map<PageReport, LivePage> reports) {

	/// contact-service answers no more of them at once.
	private static final int MOST_REPORTS = 10;

	static Glances of(List<LivePage> pages) {
		Set<String> keys = new LinkedHashSet<>();
		Map<PageReport, LivePage> reports = new LinkedHashMap<>();
		for (LivePage page : pages) {
			page.content().fields().stream().map(PageField::key).forEach(keys::add);
			page.content()
				.reports()
				.stream()
				.filter((report) -> report.of() == PageReport.Of.ORGANISATION && reports.size() < MOST_REPORTS)
				.forEach((report) -> reports.putIfAbsent(report, page));
		}
		return new Glances(keys, reports);
	}

	/// As contact-service is asked for them.
	String fields() {
		return String.join(",", this.keys);
	}

	/// As contact-service is asked for them; empty for none.
	String asked() {
		return String.join(",", this.reports.keySet().stream().map(PageReport::asked).toList());
	}

	/// Those that have a value, in the catalogue's order. What the catalogue doesn't
	/// say, as it is not to be had, is masked rather than shown.
	/// @param now null if the catalogue can't be asked for now
	List<PlaceView.Glance> data(List<LivePage> pages, @Nullable List<FieldDefinition> now, ContactView contact,
			Telling telling) {
		List<PlaceView.Glance> data = new ArrayList<>();
		for (FieldDefinition field : (now != null) ? now : published(pages)) {
			ContactView.Held held = contact.fields().get(field.key());
			if (this.keys.contains(field.key()) && held != null && held.value() != null) {
				String value = FieldFormatter.show(field, held.value(), telling.reader().locale());
				data.add(new PlaceView.Glance(field.label(telling.reader().locale()), value,
						now == null || isSensitive(field), telling.source(held)));
			}
		}
		return data;
	}

	List<Content> tables(Reader reader, ContactView contact) {
		List<Content> tables = new ArrayList<>();
		int number = 0;
		for (Map.Entry<PageReport, LivePage> report : this.reports.entrySet()) {
			tables.add(ReportTable.alone(report.getValue(), reader, report.getKey(), number, contact.report(number)));
			number++;
		}
		return tables;
	}

	private List<FieldDefinition> published(List<LivePage> pages) {
		return this.keys.stream()
			.flatMap((key) -> pages.stream()
				.filter((page) -> page.knownKeys().contains(key))
				.map((page) -> page.definition(key))
				.limit(1))
			.toList();
	}

	private static boolean isSensitive(FieldDefinition field) {
		return !Optional.ofNullable(field.sensitivity()).orElse("normal").equals("normal");
	}

}
