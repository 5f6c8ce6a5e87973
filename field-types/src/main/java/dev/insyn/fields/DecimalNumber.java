package dev.insyn.fields;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A number, as written with comma or point and with or without thousands apart.
final class DecimalNumber {

	private static final int DIGITS_LIMIT = 30;

	private static final Pattern PLAIN = Pattern.compile("-?(\\d+|\\d*\\.\\d+)");

	/// Thousands apart by point, comma, apostrophe or blank, the same throughout.
	private static final Pattern GROUPED = Pattern
		.compile("-?\\d{1,3}(?<group>[.,' ])\\d{3}(\\k<group>\\d{3})*(?!\\k<group>)([.,]\\d+)?");

	/// A single point or comma before exactly three digits: thousands to some, a decimal
	/// to others.
	private static final Pattern DOUBTFUL = Pattern.compile("-?\\d{1,3}[.,]\\d{3}");

	/// Who sets thousands apart with a point. Swedes, Norwegians and Finns use a blank,
	/// so their point is in doubt.
	private static final Set<String> POINT_GROUPS = Set.of("da", "de");

	private DecimalNumber() {
	}

	static String read(String typed, FieldRules rules, Locale locale) {
		BigDecimal number = parse(tidy(typed), locale);
		if (rules.min() != null && number.compareTo(rules.min()) < 0) {
			throw Unreadable.of(ProblemCode.TOO_SMALL, "min", rules.min().toPlainString());
		}
		if (rules.max() != null && number.compareTo(rules.max()) > 0) {
			throw Unreadable.of(ProblemCode.TOO_LARGE, "max", rules.max().toPlainString());
		}
		return plain(number);
	}

	/// The canonical form of a number that came as one.
	static String plain(Number number) {
		BigDecimal decimal;
		try {
			decimal = new BigDecimal(number.toString()).stripTrailingZeros();
		}
		catch (NumberFormatException ex) {
			throw new Unreadable(ProblemCode.NUMBER);
		}
		if (decimal.precision() > DIGITS_LIMIT || Math.abs((long) decimal.scale()) > DIGITS_LIMIT) {
			throw new Unreadable(ProblemCode.NUMBER);
		}
		return decimal.toPlainString();
	}

	static String show(String canonical, Locale locale, boolean grouping) {
		if (!PLAIN.matcher(canonical).matches()) {
			return canonical;
		}
		NumberFormat format = NumberFormat.getNumberInstance(Regions.regional(locale));
		format.setMaximumFractionDigits(DIGITS_LIMIT);
		format.setGroupingUsed(grouping);
		return format.format(new BigDecimal(canonical));
	}

	/// With one kind of minus, blank and apostrophe, and without a plus.
	private static String tidy(String typed) {
		return typed.replaceAll("^\\+", "")
			.replaceAll("^\\p{Pd}\\p{Z}*|^\u2212\\p{Z}*", "-")
			.replaceAll("\\p{Z}", " ")
			.replace('\u2019', '\'');
	}

	private static BigDecimal parse(String typed, Locale locale) {
		String plain = PLAIN.matcher(typed).matches() && !DOUBTFUL.matcher(typed).matches() ? typed
				: DOUBTFUL.matcher(typed).matches() ? decide(typed, locale) : undo(typed);
		if (!PLAIN.matcher(plain).matches() || plain.length() > DIGITS_LIMIT) {
			throw new Unreadable(ProblemCode.NUMBER);
		}
		return new BigDecimal(plain);
	}

	private static String decide(String typed, Locale locale) {
		char decimal = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
		if (typed.indexOf(decimal) >= 0) {
			return typed.replace(',', '.');
		}
		if (decimal == '.' || POINT_GROUPS.contains(locale.getLanguage())) {
			return typed.replaceAll("[.,]", "");
		}
		throw new Unreadable(ProblemCode.NUMBER);
	}

	private static String undo(String typed) {
		var grouped = GROUPED.matcher(typed);
		return (grouped.matches() ? typed.replace(grouped.group("group"), "") : typed).replace(',', '.');
	}

}
