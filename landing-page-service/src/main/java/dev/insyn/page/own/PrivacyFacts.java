package dev.insyn.page.own;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.page.catalogue.RecordType;
import dev.insyn.page.pages.Labels;
import dev.insyn.page.pages.LivePage;
import dev.insyn.page.pages.PageField;
import dev.insyn.pagekit.Texts;

/// What the GDPR's Art. 13 asks to tell about each field shown. Fields with the same purpose, basis, retention and source
/// are told about together.
///
/// @param fields what they are called on the page
record PrivacyFacts(List<String> fields, String purpose, String basis, String retention, String source) {

	static List<PrivacyFacts> of(LivePage page, Reader reader) {
		Map<PrivacyFacts, List<String>> grouped = new LinkedHashMap<>();
		for (PageField field : page.content().fields()) {
			grouped.computeIfAbsent(facts(page.definition(field), reader), (facts) -> new ArrayList<>())
				.add(page.heading(field, reader.language()));
		}
		page.content()
			.reports()
			.forEach((report) -> grouped
				.computeIfAbsent(facts(page.recordType(report), reader), (facts) -> new ArrayList<>())
				.add(page.heading(report, reader.language())));
		return grouped.entrySet().stream().map((group) -> group.getKey().about(group.getValue())).toList();
	}

	private static PrivacyFacts facts(FieldDefinition field, Reader reader) {
		return facts(field.purpose(), field.legalBasis(), field.retention(), field.source(), reader);
	}

	private static PrivacyFacts facts(RecordType type, Reader reader) {
		return facts(type.purpose(), type.legalBasis(), type.retention(), type.source(), reader);
	}

	private static PrivacyFacts facts(Map<String, String> purpose, String basis, String retention, String source,
			Reader reader) {
		Texts texts = reader.texts();
		return new PrivacyFacts(List.of(), Labels.of(purpose, reader.language(), ""), texts.get("basis." + basis),
				retention(retention, texts), texts.find("source." + source).orElse(source));
	}

	private PrivacyFacts about(List<String> these) {
		return new PrivacyFacts(these, this.purpose, this.basis, this.retention, this.source);
	}

	private static String retention(String iso, Texts texts) {
		try {
			Period period = Period.parse(iso).normalized();
			List<String> parts = new ArrayList<>();
			add(parts, texts, "years", period.getYears());
			add(parts, texts, "months", period.getMonths());
			add(parts, texts, "days", period.getDays());
			return String.join(", ", parts);
		}
		catch (DateTimeParseException ex) {
			return iso;
		}
	}

	private static void add(List<String> parts, Texts texts, String unit, int number) {
		if (number > 0) {
			parts.add(texts.count("period." + unit, number));
		}
	}

}
