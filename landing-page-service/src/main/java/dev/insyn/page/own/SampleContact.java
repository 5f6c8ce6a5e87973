package dev.insyn.page.own;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.insyn.fields.Choice;
import dev.insyn.fields.FieldDefinition;
import dev.insyn.page.contacts.ContactView;
import dev.insyn.page.pages.LivePage;
import dev.insyn.page.pages.PageReport;
import org.jspecify.annotations.Nullable;

/// A contact that nobody is, with a value in every field: at reserved addresses, under numbers that are set aside.
final class SampleContact {

	private static final Map<String, String> TEXTS = Map.of("first-name", "Maja", "last-name", "Sandberg", "name",
			"Maja Sandberg", "customer-number", "10457", "organisation", "Exempelbolaget");

	private SampleContact() {
	}

	static ContactView of(LivePage page, Reader reader) {
		Map<String, ContactView.Held> fields = new LinkedHashMap<>();
		for (String key : page.knownKeys()) {
			Object value = value(page.definition(key), page, reader);
			if (value != null) {
				fields.put(key, new ContactView.Held(value, 1));
			}
		}
		return new ContactView("sample", 1, "Maja Sandberg", null, fields, reports(page, reader), null, null);
	}

	/// Three records in each report.
	private static List<ContactView.Report> reports(LivePage page, Reader reader) {
		return page.content().reports().stream().map((report) -> {
			List<Map<String, Object>> rows = new ArrayList<>();
			for (int row = 0; row < Math.min(3, report.limit()); row++) {
				rows.add(cells(page, report, reader, row));
			}
			return new ContactView.Report(rows.size(), rows, false);
		}).toList();
	}

	private static Map<String, Object> cells(LivePage page, PageReport report, Reader reader, int row) {
		Map<String, Object> cells = new LinkedHashMap<>();
		for (FieldDefinition column : page.recordType(report).columns()) {
			Object value = switch (column.type()) {
				case DATE -> "2026-0" + (9 - row) + "-1" + row;
				case NUMBER -> String.valueOf(1290 - row * 341);
				case TEXT -> column.key().contains("number") ? String.valueOf(20_418 - row * 37)
						: reader.texts().get("preview.sample.text");
				default -> value(column, page, reader);
			};
			if (value != null) {
				cells.put(column.key(), value);
			}
		}
		return cells;
	}

	private static @Nullable Object value(FieldDefinition field, LivePage page, Reader reader) {
		String country = page.tenant().country();
		return switch (field.type()) {
			case EMAIL -> "maja.sandberg@kund.example";
			case PHONE -> phone(country);
			case DATE -> "1985-03-27";
			case NUMBER -> "12";
			case YES_NO -> "true";
			case COUNTRY -> country;
			case CHOICE -> field.choices().isEmpty() ? null : field.choices().getFirst().value();
			case CHOICES -> field.choices().stream().limit(2).map(Choice::value).toList();
			case ADDRESS -> address(country);
			case MULTILINE -> reader.texts().get("preview.sample.lines");
			case TEXT -> TEXTS.getOrDefault(field.key(), reader.texts().get("preview.sample.text"));
		};
	}

	/// Numbers that the authorities keep for films and examples.
	private static String phone(String country) {
		return switch (country) {
			case "NO" -> "+4740000000";
			case "DK" -> "+4520123456";
			case "FI" -> "+358401234567";
			case "DE" -> "+4915112345678";
			default -> "+46701740605";
		};
	}

	private static Map<String, String> address(String country) {
		return switch (country) {
			case "NO" -> Map.of("line1", "Eksempelveien 1", "postalCode", "0150", "city", "Oslo", "country", country);
			case "DE" ->
				Map.of("line1", "Beispielstraße 1", "postalCode", "10115", "city", "Berlin", "country", country);
			case "DK" ->
				Map.of("line1", "Eksempelvej 1", "postalCode", "1050", "city", "København K", "country", country);
			case "FI" ->
				Map.of("line1", "Esimerkkikatu 1", "postalCode", "00100", "city", "Helsinki", "country", country);
			default ->
				Map.of("line1", "Exempelgatan 1", "postalCode", "111 22", "city", "Stockholm", "country", country);
		};
	}

}
