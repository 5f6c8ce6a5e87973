package dev.insyn.fields;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Catalogue entries and the reading of a value in one line.
final class FieldFixtures {

	static final Locale SWEDISH = Locale.of("sv");

	static final Locale GERMAN = Locale.of("de");

	static final Locale FINNISH = Locale.of("fi");

	static final Locale DANISH = Locale.of("da");

	static final Locale NORWEGIAN = Locale.of("nb");

	private static final List<Choice> INTERESTS = List.of(
			new Choice("mtb", Map.of("sv", "Terrängcykling", "en", "Mountain biking")),
			new Choice("road", Map.of("sv", "Landsväg", "en", "Road")),
			new Choice("city", Map.of("sv", "Stad, vardag", "en", "City")));

	private FieldFixtures() {
	}

	static FieldDefinition field(FieldType type) {
		return field(type, FieldRules.NONE);
	}

	static FieldDefinition field(FieldType type, FieldRules rules) {
		List<Choice> choices = (type == FieldType.CHOICE || type == FieldType.CHOICES) ? INTERESTS : List.of();
		return new FieldDefinition("key", type, Map.of("sv", "Fält", "en", "Field"), choices, rules,
				Map.of("en", "To keep in touch"), "contract", "P3Y", "crm");
	}

	static @Nullable Object read(FieldDefinition field, @Nullable Object raw, Locale locale) {
		return switch (FieldReader.read(field, raw, locale)) {
			case Reading.Value value -> value.canonical();
			case Reading.Problem problem -> problem;
		};
	}

	static @Nullable Object read(FieldType type, @Nullable Object raw, Locale locale) {
		return read(field(type), raw, locale);
	}

	static Reading.Problem problem(String code, String... args) {
		return switch (args.length) {
			case 0 -> new Reading.Problem(code);
			case 2 -> new Reading.Problem(code, Map.of(args[0], args[1]));
			default -> new Reading.Problem(code, Map.of(args[0], args[1], args[2], args[3]));
		};
	}

}
