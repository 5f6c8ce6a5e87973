package dev.insyn.fields;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// Shows canonical values the way a person writes them.
///
/// Never fails: a value that isn't canonical, since its field's type was changed, is shown as it is.
public final class FieldFormatter {

	private FieldFormatter() {
	}

	/// The value as text to read: `070-123 45 67`, `21 nov. 2026`, `Ja`; an address as
	/// lines separated by `\n`; no
	/// value as the empty string.
	public static String show(FieldDefinition field, @Nullable Object canonical, Locale locale) {
		return switch (canonical) {
			case null -> "";
			case Map<?, ?> address -> PostalAddress.show(address, field.rules(), locale);
			case Collection<?> several -> several.stream()
				.map((one) -> label(field, String.valueOf(one), locale))
				.collect(Collectors.joining(", "));
			default -> show(field, canonical.toString(), locale);
		};
	}

	private static String show(FieldDefinition field, String canonical, Locale locale) {
		return switch (field.type()) {
			case EMAIL -> EmailAddress.show(canonical);
			case PHONE -> PhoneNumber.show(canonical, field.rules(), locale);
			case DATE -> CalendarDate.show(canonical, locale);
			case NUMBER -> DecimalNumber.show(canonical, locale, true);
			case YES_NO -> YesNo.show(canonical, locale);
			case CHOICE, CHOICES -> label(field, canonical, locale);
			case COUNTRY -> Country.show(canonical, locale);
			case TEXT, MULTILINE, ADDRESS -> canonical;
		};
	}

	/// The value as text to edit in an input, which [FieldReader] reads back to the same:
	/// dates in ISO form as
	/// `<input type="date">` wants them, numbers with the locale's comma, phones as they
	/// are shown, choices and
	/// countries by value. An address is edited part by part.
	public static String edit(FieldDefinition field, @Nullable Object canonical, Locale locale) {
		if (canonical instanceof Collection<?> several) {
			return several.stream().map(String::valueOf).collect(Collectors.joining(","));
		}
		return switch (field.type()) {
			case EMAIL, PHONE, ADDRESS -> show(field, canonical, locale);
			case NUMBER -> (canonical != null) ? DecimalNumber.show(canonical.toString(), locale, false) : "";
			default -> (canonical != null) ? canonical.toString() : "";
		};
	}

	private static String label(FieldDefinition field, String value, Locale locale) {
		return field.choices()
			.stream()
			.filter((choice) -> choice.value().equals(value))
			.findFirst()
			.map((choice) -> Labels.of(choice.labels(), locale, value))
			.orElse(value);
	}

}
