package dev.insyn.contact.catalogue;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.insyn.fields.Choice;
import dev.insyn.fields.FieldType;
import org.jspecify.annotations.Nullable;

/// A field as JSON or a form says it, before anything is checked; whatever is absent, null or blank was not said.
///
/// @param state [#ACTIVE] or [#RETIRED]
public record FieldDraft(@Nullable String key, @Nullable String type, @Nullable Map<String, String> labels,
		@Nullable List<Option> choices, @Nullable Rules rules, @Nullable Map<String, String> purpose,
		@Nullable String legalBasis, @Nullable String retention, @Nullable String source, @Nullable String sensitivity,
		@Nullable String state) {

	public static final String ACTIVE = "active";

	public static final String RETIRED = "retired";

	private static final String CRM = "crm";

	private static final int LONGEST_NUMBER = 40;

	/// What a field would be said as.
	public static FieldDraft of(CatalogueField field) {
		return new FieldDraft(field.key(), field.type().name(), field.labels(),
				field.choices().stream().map(Option::of).toList(), Rules.of(field.rules()), field.purpose(),
				(field.legalBasis() != null) ? field.legalBasis().code() : null, field.retention(), field.source(),
				field.sensitivity().code(), field.retired() ? RETIRED : ACTIVE);
	}

	public FieldDraft withState(String other) {
		return new FieldDraft(this.key, this.type, this.labels, this.choices, this.rules, this.purpose, this.legalBasis,
				this.retention, this.source, this.sensitivity, other);
	}

	/// @throws InvalidField with everything that is wrong
	CatalogueField field() {
		Objections objections = new Objections();
		FieldType read = code("type", this.type, FieldDraft::type, objections).orElse(null);
		if (read == null) {
			objections.addIf(tidy(this.type) == null, "type", Objections.REQUIRED);
			read = FieldType.TEXT;
		}
		LegalBasis basis = code("legalBasis", this.legalBasis, LegalBasis::of, objections).orElse(null);
		Sensitivity sensible = code("sensitivity", this.sensitivity, Sensitivity::of, objections)
			.orElse(Sensitivity.NORMAL);
		boolean retired = code("state", this.state, FieldDraft::state, objections).orElse(false);
		ValueRules values = (this.rules != null) ? this.rules.rules(objections) : ValueRules.NONE;
		CatalogueField field = build(read, values, basis, sensible, retired, objections);
		objections.raise();
		return Objects.requireNonNull(field);
	}

	private @Nullable CatalogueField build(FieldType read, ValueRules values, @Nullable LegalBasis basis,
			Sensitivity sensible, boolean retired, Objections objections) {
		try {
			return new CatalogueField(Objects.requireNonNullElse(tidy(this.key), ""), read, texts(this.labels),
					options(), values, texts(this.purpose), basis, tidy(this.retention),
					Objects.requireNonNullElse(tidy(this.source), CRM), sensible, retired);
		}
		catch (InvalidField invalid) {
			objections.addAll(invalid);
			return null;
		}
	}

	FieldDraft withKey(String known) {
		return new FieldDraft(known, this.type, this.labels, this.choices, this.rules, this.purpose, this.legalBasis,
				this.retention, this.source, this.sensitivity, this.state);
	}

	private List<Choice> options() {
		return (this.choices != null) ? this.choices.stream().filter(Objects::nonNull).map(Option::choice).toList()
				: List.of();
	}

	private static Map<String, String> texts(@Nullable Map<String, String> said) {
		Map<String, String> texts = new LinkedHashMap<>();
		if (said != null) {
			said.forEach((language, text) -> {
				String tidy = tidy(text);
				if (tidy != null) {
					texts.put(language, tidy);
				}
			});
		}
		return texts;
	}

	private static <T> Optional<T> code(String member, @Nullable String said, Function<String, Optional<T>> known,
			Objections objections) {
		String code = tidy(said);
		Optional<T> read = (code != null) ? known.apply(code) : Optional.empty();
		objections.addIf(code != null && read.isEmpty(), member, "choice");
		return read;
	}

	private static Optional<FieldType> type(String code) {
		return Stream.of(FieldType.values()).filter((type) -> type.name().equals(code)).findFirst();
	}

	private static Optional<Boolean> state(String code) {
		return switch (code) {
			case ACTIVE -> Optional.of(false);
			case RETIRED -> Optional.of(true);
			default -> Optional.empty();
		};
	}

	private static @Nullable String tidy(@Nullable String text) {
		return Objections.tidy(text);
	}

	/// One choice.
	public record Option(@Nullable String value, @Nullable Map<String, String> labels, @Nullable Boolean retired) {

		private static Option of(Choice choice) {
			return new Option(choice.value(), choice.labels(), choice.retired());
		}

		private Choice choice() {
			return new Choice(Objects.requireNonNullElse(tidy(this.value), ""), texts(this.labels),
					Boolean.TRUE.equals(this.retired) ? Boolean.TRUE : null);
		}

	}

	/// Rules, numbers as text too.
	public record Rules(@Nullable String minLength, @Nullable String maxLength, @Nullable String min,
			@Nullable String max, @Nullable String after, @Nullable String before, @Nullable String defaultRegion) {

		private static Rules of(ValueRules rules) {
			return new Rules(text(rules.minLength()), text(rules.maxLength()), text(rules.min()), text(rules.max()),
					rules.after(), rules.before(), rules.defaultRegion());
		}

		private static @Nullable String text(@Nullable Object number) {
			return (number instanceof BigDecimal decimal) ? decimal.toPlainString()
					: (number != null) ? number.toString() : null;
		}

		private ValueRules rules(Objections objections) {
			return new ValueRules(whole("rules.minLength", this.minLength, objections),
					whole("rules.maxLength", this.maxLength, objections), decimal("rules.min", this.min, objections),
					decimal("rules.max", this.max, objections), tidy(this.after), tidy(this.before),
					(tidy(this.defaultRegion) instanceof String region) ? region.toUpperCase(Locale.ROOT) : null);
		}

		private static @Nullable Integer whole(String member, @Nullable String said, Objections objections) {
			BigDecimal number = decimal(member, said, objections);
			try {
				return (number != null) ? number.intValueExact() : null;
			}
			catch (ArithmeticException notWhole) {
				objections.add(member, "number");
				return null;
			}
		}

		private static @Nullable BigDecimal decimal(String member, @Nullable String said, Objections objections) {
			String text = tidy(said);
			try {
				if (text == null || text.length() <= LONGEST_NUMBER) {
					return (text != null) ? new BigDecimal(text.replace(',', '.')) : null;
				}
			}
			catch (NumberFormatException none) {
				// said below
			}
			objections.add(member, "number");
			return null;
		}

	}

}
