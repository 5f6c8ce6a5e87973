package dev.insyn.fields;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// Reads what people type and systems send into canonical form.
public final class FieldReader {

	/// No value of one line but a text's is longer than the longest e-mail address.
	private static final FieldRules SCALAR = FieldRules.maxLength(254);

	private FieldReader() {
	}

	/// Reads a value of the field.
	///
	/// What was read once reads to the same again with [Locale#ROOT], which understands
	/// canonical forms only where a
	/// locale would leave doubt: `1.234` is 1,234 to a German and a bit more than one in
	/// canonical form.
	/// @param raw what a form or JSON gave: a `String`, `Number`, `Boolean`, `LocalDate`,
	/// `Collection`
	/// of strings, or `Map` of an
	/// address's parts; null or blank is no value
	/// @param locale whose way of writing numbers, dates and phones is understood beside
	/// the canonical one
	public static Reading read(FieldDefinition field, @Nullable Object raw, Locale locale) {
		try {
			return new Reading.Value(canonical(field, raw, locale));
		}
		catch (Unreadable ex) {
			return new Reading.Problem(ex.code, ex.args);
		}
	}

	private static @Nullable Object canonical(FieldDefinition field, @Nullable Object raw, Locale locale) {
		return switch (field.type()) {
			case CHOICES -> choices(field, raw, locale);
			case ADDRESS -> PostalAddress.read(raw, field.rules(), locale);
			case MULTILINE -> Text.multiline(raw, field.rules());
			case TEXT -> Text.line(raw, field.rules());
			default -> {
				String typed = Text.line(raw, SCALAR);
				yield (typed != null) ? scalar(field, typed, locale) : null;
			}
		};
	}

	private static String scalar(FieldDefinition field, String typed, Locale locale) {
		FieldRules rules = field.rules();
		return switch (field.type()) {
			case EMAIL -> EmailAddress.read(typed, rules);
			case PHONE -> PhoneNumber.read(typed, rules, locale);
			case DATE -> CalendarDate.read(typed, rules, locale);
			case NUMBER -> DecimalNumber.read(typed, rules, locale);
			case YES_NO -> YesNo.read(typed);
			case CHOICE -> choice(field, typed, locale);
			case COUNTRY -> Country.read(typed);
			default -> throw new IllegalArgumentException(field.type().name());
		};
	}

	private static @Nullable List<String> choices(FieldDefinition field, @Nullable Object raw, Locale locale) {
		Set<String> chosen = new LinkedHashSet<>();
		for (Object one : separate(field, raw)) {
			String typed = Text.line(one, SCALAR);
			if (typed != null) {
				chosen.add(choice(field, typed, locale));
			}
		}
		List<String> ordered = field.choices().stream().map(Choice::value).filter(chosen::contains).toList();
		return ordered.isEmpty() ? null : ordered;
	}

	private static Collection<?> separate(FieldDefinition field, @Nullable Object raw) {
		if (raw instanceof Collection<?> several) {
			return several.stream().filter(Objects::nonNull).toList();
		}
		if (raw instanceof String text && field.choices().stream().noneMatch((choice) -> text.equals(choice.value()))) {
			return List.of(text.split("[,;\\n]"));
		}
		return (raw != null) ? List.of(raw) : List.of();
	}

	/// A value counts before a label, and a label in the reader's language before those
	/// in others.
	private static String choice(FieldDefinition field, String typed, Locale locale) {
		for (Choice choice : field.choices()) {
			if (choice.value().equals(typed)) {
				return typed;
			}
		}
		for (Choice choice : field.choices()) {
			if (Labels.of(choice.labels(), locale, choice.value()).equalsIgnoreCase(typed)) {
				return choice.value();
			}
		}
		Set<String> labelled = field.choices()
			.stream()
			.filter((choice) -> choice.labels().values().stream().anyMatch(typed::equalsIgnoreCase))
			.map(Choice::value)
			.collect(Collectors.toSet());
		if (labelled.size() != 1) {
			throw new Unreadable(ProblemCode.CHOICE, Map.of());
		}
		return labelled.iterator().next();
	}

}
