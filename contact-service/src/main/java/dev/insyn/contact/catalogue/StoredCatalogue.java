package dev.insyn.contact.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.insyn.fields.Choice;
import dev.insyn.fields.FieldType;

import org.jspecify.annotations.Nullable;

/// A tenant's catalogue as it rests: numbers and dates as text, since no database rounds text and a rule may say `today`.
///
/// @param revision null and `used` null in what was written before either was kept
record StoredCatalogue(List<Field> fields, @Nullable Long revision, @Nullable Set<String> used) {

	StoredCatalogue {
		fields = List.copyOf(fields);
	}

	static StoredCatalogue of(Catalogue catalogue) {
		return new StoredCatalogue(catalogue.entries().stream().map(Field::of).toList(), catalogue.revision(),
				catalogue.used());
	}

	Catalogue catalogue() {
		return new Catalogue(this.fields.stream().map(Field::entry).toList(),
				Objects.requireNonNullElse(this.revision, 0L), Objects.requireNonNullElse(this.used, Set.of()));
	}

	/// A field; what is null there was not kept when it was written.
	record Field(String key, FieldType type, Map<String, String> labels, List<Option> choices, Rules rules,
			Map<String, String> purpose, @Nullable String legalBasis, @Nullable String retention, String source,
			@Nullable String sensitivity, @Nullable Boolean retired, @Nullable Long version) {

		private static Field of(Catalogue.Entry entry) {
			CatalogueField field = entry.field();
			return new Field(field.key(), field.type(), field.labels(),
					field.choices().stream().map(Option::of).toList(), Rules.of(field.rules()), field.purpose(),
					(field.legalBasis() != null) ? field.legalBasis().code() : null, field.retention(), field.source(),
					field.sensitivity().code(), field.retired(), entry.version());
		}

		private Catalogue.Entry entry() {
			return new Catalogue.Entry(new CatalogueField(this.key, this.type, this.labels,
					this.choices.stream().map(Option::choice).toList(), this.rules.rules(), this.purpose,
					(this.legalBasis != null) ? LegalBasis.of(this.legalBasis).orElse(null) : null, this.retention,
					this.source,
					Sensitivity.of(Objects.requireNonNullElse(this.sensitivity, "")).orElse(Sensitivity.NORMAL),
					Boolean.TRUE.equals(this.retired)), Objects.requireNonNullElse(this.version, 0L));
		}

	}

	record Option(String value, Map<String, String> labels, @Nullable Boolean retired) {

		private static Option of(Choice choice) {
			return new Option(choice.value(), choice.labels(), choice.retired());
		}

		private Choice choice() {
			return new Choice(this.value, this.labels, this.retired);
		}

	}

	record Rules(@Nullable Integer minLength, @Nullable Integer maxLength, @Nullable String min, @Nullable String max,
			@Nullable String after, @Nullable String before, @Nullable String defaultRegion) {

		private static Rules of(ValueRules rules) {
			return new Rules(rules.minLength(), rules.maxLength(), text(rules.min()), text(rules.max()), rules.after(),
					rules.before(), rules.defaultRegion());
		}

		private ValueRules rules() {
			return new ValueRules(this.minLength, this.maxLength, decimal(this.min), decimal(this.max), this.after,
					this.before, this.defaultRegion);
		}

		private static @Nullable String text(@Nullable BigDecimal number) {
			return (number != null) ? number.toPlainString() : null;
		}

		private static @Nullable BigDecimal decimal(@Nullable String number) {
			return (number != null) ? new BigDecimal(number) : null;
		}

	}

}
