package dev.insyn.contact.console;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.insyn.contact.catalogue.CatalogueField;
import dev.insyn.contact.catalogue.LegalBasis;
import dev.insyn.contact.catalogue.Objection;
import dev.insyn.fields.FieldType;
import dev.insyn.pagekit.Texts;
import org.jspecify.annotations.Nullable;

/// What fields, types, grounds and periods are called on the screen.
final class FieldWords {

	private static final int DAYS_OF_A_MONTH = 30;

	private final Texts texts;

	FieldWords(Texts texts) {
		this.texts = texts;
	}

	String say(String key, Object... arguments) {
		return this.texts.get(key, arguments);
	}

	String label(CatalogueField field) {
		String label = text(field.labels());
		return (label != null) ? label : field.key();
	}

	/// In the reader's language, else in English, else in any.
	@Nullable String text(Map<String, String> texts) {
		String text = texts.get(this.texts.locale().getLanguage());
		if (text == null) {
			text = texts.get("en");
		}
		return (text != null) ? text : texts.values().stream().findFirst().orElse(null);
	}

	String type(FieldType type) {
		return say("catalogue.type." + type.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
	}

	String basis(LegalBasis basis) {
		return say("catalogue.basis." + basis.code());
	}

	/// `3 år`, `1 år 6 månader`.
	String period(String iso) {
		Period period = Period.parse(iso);
		List<String> parts = new ArrayList<>();
		part("years", period.getYears(), parts);
		part("months", period.getMonths(), parts);
		part("days", period.getDays(), parts);
		return String.join(" ", parts);
	}

	/// About how long a value is kept, for sorting; what nobody has said comes first.
	static long days(CatalogueField field) {
		if (field.retention() == null) {
			return 0;
		}
		Period period = Period.parse(field.retention());
		return period.toTotalMonths() * DAYS_OF_A_MONTH + period.getDays();
	}

	/// `saknar ändamål, lagringstid`; empty where nothing lacks.
	String lacking(List<String> lacking) {
		String members = String.join(", ", lacking.stream().map((member) -> say("catalogue.lacks." + member)).toList());
		return members.isEmpty() ? "" : say("catalogue.lacks", members);
	}

	String objection(Objection objection) {
		return this.texts.find("catalogue.objection." + objection.code(), objection.args().getOrDefault("max", ""))
			.orElseGet(() -> this.texts.problem(objection.code(), objection.args()));
	}

	private void part(String unit, int number, List<String> parts) {
		if (number > 0) {
			parts.add(this.texts.count("catalogue.period." + unit, number));
		}
	}

}
