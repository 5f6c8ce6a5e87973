package dev.insyn.fields;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the month that a name, or the beginning of one, means.
final class MonthNames {

	private static final List<Locale> LANGUAGES = Stream.of("sv", "en", "da", "nb", "fi", "de")
		.map(Locale::of)
		.toList();

	private static final Set<TextStyle> STYLES = Set.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT);

	private MonthNames() {
	}

	/// The month, 1 to 12: in the reader's language if it is one there, else where all
	/// other languages agree, since
	/// `mar` is March to most and November to a Finn.
	static int month(String name, Locale locale) {
		Set<Month> own = locale.getLanguage().isEmpty() ? Set.of() : months(name, locale);
		Set<Month> found = own.isEmpty()
				? LANGUAGES.stream().flatMap((language) -> months(name, language).stream()).collect(Collectors.toSet())
				: own;
		if (found.size() != 1) {
			throw new Unreadable(ProblemCode.DATE);
		}
		return found.iterator().next().getValue();
	}

	private static Set<Month> months(String name, Locale locale) {
		return Arrays.stream(Month.values())
			.filter((month) -> STYLES.stream()
				.anyMatch((style) -> month.getDisplayName(style, locale).toLowerCase(locale).startsWith(name)))
			.collect(Collectors.toSet());
	}

}
