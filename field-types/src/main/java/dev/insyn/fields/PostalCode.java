package dev.insyn.fields;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A postal code in its country's way of writing: `SE-22100` is `221 00`.
final class PostalCode {

	private static final Pattern FOUR = Pattern.compile("(\\d{4})");

	private static final Pattern FIVE = Pattern.compile("(\\d{5})");

	/// Each group is set apart by a blank.
	private static final Map<String, Pattern> PATTERNS = Map.ofEntries(
			Map.entry("SE", Pattern.compile("([1-9]\\d{2})(\\d{2})")), Map.entry("NO", FOUR), Map.entry("DK", FOUR),
			Map.entry("FI", FIVE), Map.entry("DE", FIVE), Map.entry("FR", FIVE), Map.entry("ES", FIVE),
			Map.entry("IT", FIVE), Map.entry("AT", FOUR), Map.entry("CH", FOUR), Map.entry("BE", FOUR),
			Map.entry("IS", Pattern.compile("(\\d{3})")), Map.entry("NL", Pattern.compile("(\\d{4})([A-Z]{2})")),
			Map.entry("GB", Pattern.compile("([A-Z]{1,2}\\d[A-Z\\d]?)(\\d[A-Z]{2})")));

	private static final Pattern ELSEWHERE = Pattern.compile("[A-Z0-9][A-Z0-9 -]{1,11}");

	private PostalCode() {
	}

	static String read(String typed, String country) {
		String code = typed.toUpperCase(Locale.ROOT).replaceAll("\\p{Z}+", " ");
		Pattern pattern = PATTERNS.get(country);
		if (pattern == null && ELSEWHERE.matcher(code).matches()) {
			return code;
		}
		Matcher matcher = (pattern != null) ? pattern.matcher(withoutCountry(code, country)) : FIVE.matcher("");
		if (!matcher.matches()) {
			throw Unreadable.of(ProblemCode.POSTAL_CODE, "country", country);
		}
		return (matcher.groupCount() == 2) ? matcher.group(1) + " " + matcher.group(2) : matcher.group(1);
	}

	/// `SE-22100`, `DK-2100` and Germany's and Sweden's older `D-10115`, `S-22100`.
	private static String withoutCountry(String code, String country) {
		return code.replaceFirst("^(" + country + "|" + country.charAt(0) + ")[ -]*(?=\\d)", "").replace(" ", "");
	}

}
