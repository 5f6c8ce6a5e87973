package dev.insyn.page.own;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldFormatter;
import dev.insyn.fields.FieldReader;
import dev.insyn.fields.FieldType;
import dev.insyn.fields.Reading;
import org.jspecify.annotations.Nullable;

/// How a value stands in an input: as the reader would write it, if that reads back to the same value.
final class Drawn {

	private Drawn() {
	}

	static String text(FieldDefinition definition, @Nullable Object value, Locale locale) {
		String plain = FieldFormatter.edit(definition, value, locale);
		String pattern = pattern(locale);
		if (definition.type() != FieldType.DATE || value == null || pattern == null) {
			return plain;
		}
		try {
			String written = DateTimeFormatter.ofPattern(pattern, locale).format(LocalDate.parse(value.toString()));
			return FieldReader.read(definition, written, locale) instanceof Reading.Value read
					&& Objects.equals(read.canonical(), value) ? written : plain;
		}
		catch (DateTimeException noDate) {
			return plain;
		}
	}

	/// Swedes write dates as ISO 8601 does.
	private static @Nullable String pattern(Locale locale) {
		return switch (locale.getLanguage()) {
			case "da", "nb", "fi", "de" -> "d.M.uuuu";
			case "en" -> "d MMMM uuuu";
			default -> null;
		};
	}

}
