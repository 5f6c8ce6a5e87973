package dev.insyn.page.console;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldFormatter;
import dev.insyn.fields.FieldReader;
import dev.insyn.fields.FieldType;
import dev.insyn.fields.Reading;
import dev.insyn.page.pages.Labels;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Field;

/// Values of catalogue fields in a console form: an input that fits the type, and back to the canonical form.
final class FieldValues {

	private FieldValues() {
	}

	/// @param value as it is to be typed, or several
	static Field input(Texts texts, String name, String label, FieldDefinition field, List<String> value) {
		String one = value.isEmpty() ? "" : value.getFirst();
		String none = texts.get("page.value.none");
		return switch (field.type()) {
			case YES_NO -> Field
				.select(name, label,
						List.of(Choice.of("true", texts.get("page.yes")), Choice.of("false", texts.get("page.no"))))
				.orNothing(none)
				.value(one);
			case CHOICE -> Field.select(name, label, choices(texts, field)).orNothing(none).value(one);
			case CHOICES -> Field.checkboxes(name, label, choices(texts, field)).values(Set.copyOf(value));
			case COUNTRY -> Field.select(name, label, countries(texts.locale())).orNothing(none).value(one);
			case DATE -> Field.date(name, label).value(one);
			case EMAIL -> Field.email(name, label).value(one).width("medium");
			case NUMBER -> Field.text(name, label).value(one).width("short");
			case MULTILINE -> Field.lines(name, label, 3).value(one);
			case TEXT, PHONE, ADDRESS -> Field.text(name, label).value(one).width("medium");
		};
	}

	/// Canonical values as they are typed.
	static List<String> typed(FieldDefinition field, List<String> canonical, Locale locale) {
		return canonical.stream()
			.map((value) -> (field.type() == FieldType.CHOICES) ? value : FieldFormatter.edit(field, value, locale))
			.toList();
	}

	/// What was typed in canonical form; as it was typed where it can't be read.
	static List<String> canonical(FieldDefinition field, List<String> typed, Locale locale) {
		if (typed.isEmpty()) {
			return List.of();
		}
		Object raw = (field.type() == FieldType.CHOICES) ? typed : typed.getFirst();
		if (FieldReader.read(field, raw, locale) instanceof Reading.Value value) {
			return switch (value.canonical()) {
				case null -> List.of();
				case List<?> several -> several.stream().map(String::valueOf).toList();
				case String one -> List.of(one);
				default -> typed;
			};
		}
		return typed;
	}

	static String label(Texts texts, FieldDefinition field) {
		return Labels.of(field.labels(), texts.language(), field.key());
	}

	private static List<Choice> choices(Texts texts, FieldDefinition field) {
		return field.choices()
			.stream()
			.map((choice) -> Choice.of(choice.value(), Labels.of(choice.labels(), texts.language(), choice.value())))
			.toList();
	}

	private static List<Choice> countries(Locale locale) {
		return Arrays.stream(Locale.getISOCountries())
			.map((code) -> Choice.of(code, Locale.of("", code).getDisplayCountry(locale)))
			.sorted(Comparator.comparing(Choice::label, java.text.Collator.getInstance(locale)))
			.toList();
	}

}
