package dev.insyn.page.own;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Countries with their names in the reader's language, in its alphabetical order.
final class Countries {

	private static final Map<String, List<Country>> BY_LANGUAGE = new ConcurrentHashMap<>();

	private Countries() {
	}

	static List<Country> in(Locale locale) {
		return BY_LANGUAGE.computeIfAbsent(locale.getLanguage(), Countries::sorted);
	}

	private static List<Country> sorted(String language) {
		Locale locale = Locale.of(language);
		Collator collator = Collator.getInstance(locale);
		return Arrays.stream(Locale.getISOCountries())
			.map((code) -> new Country(code, Locale.of("", code).getDisplayCountry(locale)))
			.sorted(Comparator.comparing(Country::name, collator))
			.toList();
	}

	/// An ISO 3166-1 code and a name.
	record Country(String code, String name) {

	}

}
