package dev.insyn.page.pages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.insyn.fields.Choice;
import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldRules;
import dev.insyn.fields.FieldType;
import org.jspecify.annotations.Nullable;

/// A field definition as it rests: numbers and dates as text, which no database turns or rounds.
public record StoredDefinition(String key, FieldType type, Map<String, String> labels, List<Option> choices,
		Rules rules, Map<String, String> purpose, String legalBasis, String retention, String source) {

	static StoredDefinition of(FieldDefinition field) {
		return new StoredDefinition(field.key(), field.type(), field.labels(),
				field.choices().stream().map((choice) -> new Option(choice.value(), choice.labels())).toList(),
				Rules.of(field.rules()), field.purpose(), field.legalBasis(), field.retention(), field.source());
	}

	FieldDefinition definition() {
		return new FieldDefinition(this.key, this.type, this.labels,
				this.choices.stream().map((option) -> new Choice(option.value(), option.labels())).toList(),
				this.rules.rules(), this.purpose, this.legalBasis, this.retention, this.source);
	}

	/// A choice.
	public record Option(String value, Map<String, String> labels) {

	}

	/// The field's rules.
	public record Rules(@Nullable Integer minLength, @Nullable Integer maxLength, @Nullable String min,
			@Nullable String max, @Nullable String after, @Nullable String before, @Nullable String defaultRegion) {

		static Rules of(FieldRules rules) {
			return new Rules(rules.minLength(), rules.maxLength(), text(rules.min()), text(rules.max()),
					text(rules.after()), text(rules.before()), rules.defaultRegion());
		}

		FieldRules rules() {
			return new FieldRules(this.minLength, this.maxLength, number(this.min), number(this.max), date(this.after),
					date(this.before), this.defaultRegion);
		}

		private static @Nullable String text(@Nullable Object value) {
			return (value != null) ? value.toString() : null;
		}

		private static @Nullable BigDecimal number(@Nullable String text) {
			return (text != null) ? new BigDecimal(text) : null;
		}

		private static @Nullable LocalDate date(@Nullable String text) {
			return (text != null) ? LocalDate.parse(text) : null;
		}

	}

}
