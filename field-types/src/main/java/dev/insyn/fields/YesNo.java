package dev.insyn.fields;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Yes or no, in every language that Insyn speaks and as forms and systems write it.
final class YesNo {

	private static final Set<String> YES = Set.of("true", "yes", "y", "on", "1", "ja", "j", "kyllä", "joo");

	private static final Set<String> NO = Set.of("false", "no", "n", "off", "0", "nej", "nei", "nein", "ei");

	private static final Map<String, String> SHOWN_YES = Map.of("en", "Yes", "sv", "Ja", "da", "Ja", "nb", "Ja", "nn",
			"Ja", "no", "Ja", "fi", "Kyllä", "de", "Ja");

	private static final Map<String, String> SHOWN_NO = Map.of("en", "No", "sv", "Nej", "da", "Nej", "nb", "Nei", "nn",
			"Nei", "no", "Nei", "fi", "Ei", "de", "Nein");

	private YesNo() {
	}

	static String read(String typed) {
		String word = typed.toLowerCase(Locale.ROOT);
		if (!YES.contains(word) && !NO.contains(word)) {
			throw new Unreadable(ProblemCode.YES_NO);
		}
		return Boolean.toString(YES.contains(word));
	}

	static String show(String canonical, Locale locale) {
		return Labels.of("true".equals(canonical) ? SHOWN_YES : SHOWN_NO, locale, canonical);
	}

}
