package dev.insyn.fields;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A country by its ISO 3166-1 code or by its name in a language that Insyn speaks.
final class Country {

	private static final Set<String> CODES = Set.of(Locale.getISOCountries());

	private static final Map<String, String> OTHER_CODES = Map.of("UK", "GB", "EL", "GR");

	private Country() {
	}

	static String read(String typed) {
		String code = typed.toUpperCase(Locale.ROOT);
		code = OTHER_CODES.getOrDefault(code, code);
		if (!CODES.contains(code)) {
			code = Names.CODES.get(typed.toLowerCase(Locale.ROOT));
		}
		if (code == null) {
			throw new Unreadable(ProblemCode.COUNTRY);
		}
		return code;
	}

	static String show(String canonical, Locale locale) {
		return CODES.contains(canonical) ? Locale.of("", canonical).getDisplayCountry(locale) : canonical;
	}

	/// Built when somebody first writes a name: most forms send codes.
	private static final class Names {

		static final Map<String, String> CODES = collect();

		private static Map<String, String> collect() {
			List<Locale> languages = Stream.of("sv", "en", "da", "nb", "fi", "de").map(Locale::of).toList();
			Map<String, String> codes = new HashMap<>();
			for (Locale language : languages) {
				Arrays.stream(Locale.getISOCountries())
					.forEach((code) -> codes
						.putIfAbsent(Locale.of("", code).getDisplayCountry(language).toLowerCase(Locale.ROOT), code));
			}
			return Map.copyOf(codes);
		}

	}

}
