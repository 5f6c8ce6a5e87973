package dev.insyn.fields;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Which country a person who reads a language most likely dials and writes from.
final class Regions {

	private static final Map<String, String> BY_LANGUAGE = Map.of("sv", "SE", "nb", "NO", "nn", "NO", "no", "NO", "da",
			"DK", "fi", "FI", "de", "DE", "en", "GB");

	private Regions() {
	}

	static @Nullable String of(FieldRules rules, Locale locale) {
		return (rules.defaultRegion() != null) ? rules.defaultRegion() : of(locale);
	}

	static @Nullable String of(Locale locale) {
		return !locale.getCountry().isEmpty() ? locale.getCountry() : BY_LANGUAGE.get(locale.getLanguage());
	}

	/// The locale with a region, since English without one is shown as American: `Nov 21,
	/// 2026`.
	static Locale regional(Locale locale) {
		String region = of(locale);
		return (region != null) ? new Locale.Builder().setLocale(locale).setRegion(region).build() : locale;
	}

}
