package dev.insyn.fields;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/// Reads what people type and systems send into canonical form.
public final class FieldReader {

	private FieldReader() {
	}

	/// Reads a value of the field.
	///
	/// @param raw what a form or JSON gave: a `String`, `Number`, `Boolean`, `Collection`
	/// of strings, or `Map` of an
	/// address's parts; null or blank is no value
	/// @param locale whose way of writing numbers, dates and phones is understood beside
	/// the canonical one
	public static Reading read(FieldDefinition field, @Nullable Object raw, Locale locale) {
		throw new UnsupportedOperationException();
	}

}
