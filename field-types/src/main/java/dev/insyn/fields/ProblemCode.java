package dev.insyn.fields;

import java.util.List;

/// The codes of [Reading.Problem], stable, since texts in every language hang on them.
public final class ProblemCode {

	/// Longer than arg `max` characters.
	public static final String TOO_LONG = "too-long";

	/// Shorter than arg `min` characters.
	public static final String TOO_SHORT = "too-short";

	/// Holds characters that can't be seen or printed.
	public static final String CHARACTERS = "characters";

	/// Not an e-mail address.
	public static final String EMAIL = "email";

	/// Not a phone number.
	public static final String PHONE = "phone";

	/// Not a date.
	public static final String DATE = "date";

	/// Earlier than arg `after`.
	public static final String TOO_EARLY = "too-early";

	/// Later than arg `before`.
	public static final String TOO_LATE = "too-late";

	/// Not a number.
	public static final String NUMBER = "number";

	/// Smaller than arg `min`.
	public static final String TOO_SMALL = "too-small";

	/// Larger than arg `max`.
	public static final String TOO_LARGE = "too-large";

	/// Neither yes nor no.
	public static final String YES_NO = "yes-no";

	/// Not among the choices.
	public static final String CHOICE = "choice";

	/// Not a country.
	public static final String COUNTRY = "country";

	/// An address without what an address needs; arg `part` names what is missing.
	public static final String ADDRESS = "address";

	/// Not a postal code of the address's country.
	public static final String POSTAL_CODE = "postal-code";

	/// Of a shape that the field can't have, such as a list for a text.
	public static final String SHAPE = "shape";

	/// No value where the page asks for one; given by pages, never by [FieldReader].
	public static final String REQUIRED = "required";

	/// Every code, for checking that each has its text.
	public static final List<String> ALL = List.of(TOO_LONG, TOO_SHORT, CHARACTERS, EMAIL, PHONE, DATE, TOO_EARLY,
			TOO_LATE, NUMBER, TOO_SMALL, TOO_LARGE, YES_NO, CHOICE, COUNTRY, ADDRESS, POSTAL_CODE, SHAPE, REQUIRED);

	private ProblemCode() {
	}

}
