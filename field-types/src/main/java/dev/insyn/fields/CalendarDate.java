package dev.insyn.fields;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date, as written in the languages that Insyn speaks; the year in four digits, since two leave doubt.
final class CalendarDate {

	/// `2026-11-21`, `20261121`, `2026/11/21`.
	private static final Pattern YEAR_FIRST = Pattern
		.compile("(?<year>\\d{4})([-./]?)(?<month>\\d{1,2})\\2(?<day>\\d{1,2})");

	/// `21.11.2026`, `21. 11. 2026`, `21/11 2026`; in America the month comes first.
	private static final Pattern YEAR_LAST = Pattern
		.compile("(?<first>\\d{1,2})(?:[-/]|\\. ?)(?<second>\\d{1,2})(?:[-/]|\\. ?| )(?<year>\\d{4})");

	/// `21 nov 2026`, `den 21 november 2026`, `21. marraskuuta 2026`, `21st November,
	/// 2026`.
	private static final Pattern DAY_NAME = Pattern.compile("(?:den |der )?(?<day>\\d{1,2})(?:\\.|st|nd|rd|th|:a|:e)?"
			+ "[ -]?(?:of )?(?<name>\\p{L}{3,})\\.?,?[ -]?(?<year>\\d{4})");

	/// `November 21, 2026`.
	private static final Pattern NAME_DAY = Pattern
		.compile("(?<name>\\p{L}{3,})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})");

	private CalendarDate() {
	}

	static String read(String typed, FieldRules rules, Locale locale) {
		LocalDate date = parse(typed.toLowerCase(Locale.ROOT).replaceAll("[\\p{Z}]+", " "), locale);
		if (rules.after() != null && date.isBefore(rules.after())) {
			throw Unreadable.of(ProblemCode.TOO_EARLY, "after", rules.after());
		}
		if (rules.before() != null && date.isAfter(rules.before())) {
			throw Unreadable.of(ProblemCode.TOO_LATE, "before", rules.before());
		}
		return date.toString();
	}

	static String show(String canonical, Locale locale) {
		DateTimeFormatter format = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
			.withLocale(Regions.regional(locale));
		return isIso(canonical) ? LocalDate.parse(canonical).format(format) : canonical;
	}

	private static boolean isIso(String canonical) {
		return canonical.matches("\\d{4}-\\d{2}-\\d{2}");
	}

	private static LocalDate parse(String typed, Locale locale) {
		Matcher yearFirst = YEAR_FIRST.matcher(typed);
		if (yearFirst.matches() && (!yearFirst.group(2).isEmpty() || typed.length() == 8)) {
			return date(yearFirst, number(yearFirst, "month"), number(yearFirst, "day"));
		}
		Matcher yearLast = YEAR_LAST.matcher(typed);
		if (yearLast.matches()) {
			boolean american = "US".equals(locale.getCountry()) && typed.contains("/");
			return date(yearLast, number(yearLast, american ? "first" : "second"),
					number(yearLast, american ? "second" : "first"));
		}
		for (Pattern pattern : new Pattern[] { DAY_NAME, NAME_DAY }) {
			Matcher named = pattern.matcher(typed);
			if (named.matches()) {
				return date(named, MonthNames.month(named.group("name"), locale), number(named, "day"));
			}
		}
		throw new Unreadable(ProblemCode.DATE);
	}

	private static int number(Matcher matcher, String group) {
		return Integer.parseInt(matcher.group(group));
	}

	private static LocalDate date(Matcher matcher, int month, int day) {
		int year = number(matcher, "year");
		try {
			return LocalDate.of(year, month, day);
		}
		catch (DateTimeException ex) {
			throw new Unreadable(ProblemCode.DATE);
		}
	}

}
