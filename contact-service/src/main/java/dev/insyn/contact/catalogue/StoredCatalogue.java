package dev.insyn.contact.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.insyn.fields.Choice;
import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldRules;
import dev.insyn.fields.FieldType;

import org.jspecify.annotations.Nullable;

/// A tenant's catalogue as it rests: dates as text, since a rule may say `today`.
record StoredCatalogue(List<Field> fields) {

	StoredCatalogue {
		fields = List.copyOf(fields);
	}

	FieldCatalogue on(LocalDate today, String country) {
		return new FieldCatalogue(this.fields.stream().map((field) -> field.definition(today, country)).toList());
	}

	record Field(String key, FieldType type, Map<String, String> labels, List<Choice> choices, Rules rules,
			Map<String, String> purpose, String legalBasis, String retention, String source) {

		private FieldDefinition definition(LocalDate today, String country) {
			return new FieldDefinition(this.key, this.type, this.labels, this.choices, this.rules.on(today, country),
					this.purpose, this.legalBasis, this.retention, this.source);
		}

	}

	record Rules(@Nullable Integer minLength, @Nullable Integer maxLength, @Nullable Long min, @Nullable Long max,
			@Nullable String after, @Nullable String before, @Nullable String defaultRegion) {

		private FieldRules on(LocalDate today, String country) {
			return new FieldRules(this.minLength, this.maxLength, decimal(this.min), decimal(this.max),
					date(this.after, today), date(this.before, today),
					(this.defaultRegion != null) ? this.defaultRegion : country);
		}

		private static @Nullable BigDecimal decimal(@Nullable Long number) {
			return (number != null) ? BigDecimal.valueOf(number) : null;
		}

		private static @Nullable LocalDate date(@Nullable String date, LocalDate today) {
			if (date == null) {
				return null;
			}
			return date.equals("today") ? today : LocalDate.parse(date);
		}

	}

}
