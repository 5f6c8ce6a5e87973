package dev.insyn.fields;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/// Shows canonical values the way a person writes them.
public final class FieldFormatter {

	private FieldFormatter() {
	}

	/// The value as text to read: `070-123 45 67`, `21 nov. 2026`, `Ja`; an address as
	/// lines separated by `\n`; no
	/// value as the empty string.
	public static String show(FieldDefinition field, @Nullable Object canonical, Locale locale) {
		throw new UnsupportedOperationException();
	}

	/// The value as text to edit in an input, which [FieldReader] reads back to the same:
	/// dates in ISO form as
	/// `<input type="date">` wants them, numbers with the locale's comma, phones as they
	/// are shown, choices and
	/// countries by value.
	public static String edit(FieldDefinition field, @Nullable Object canonical, Locale locale) {
		throw new UnsupportedOperationException();
	}

}
