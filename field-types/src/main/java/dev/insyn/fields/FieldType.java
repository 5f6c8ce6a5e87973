package dev.insyn.fields;

/// What kind of value a field holds, with its canonical form: how it is stored, sent in events and compared.
public enum FieldType {

	/// One line.
	TEXT,

	/// Lines separated by `\n`.
	MULTILINE,

	/// An address that a mail server takes, its domain in lower case.
	EMAIL,

	/// E.164: `+46701234567`.
	PHONE,

	/// ISO 8601: `2026-11-21`.
	DATE,

	/// Plain decimal with a point and no zeros at the end: `1234.5`.
	NUMBER,

	/// `true` or `false`.
	YES_NO,

	/// The value of one choice.
	CHOICE,

	/// A list of values of choices, in the catalogue's order.
	CHOICES,

	/// ISO 3166-1 alpha-2: `SE`.
	COUNTRY,

	/// A map of `line1`, `line2`, `postalCode`, `city` and `country`; parts without a
	/// value are absent.
	ADDRESS

}
