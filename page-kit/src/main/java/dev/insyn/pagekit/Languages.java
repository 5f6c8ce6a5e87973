package dev.insyn.pagekit;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Which language a reader gets.
public final class Languages {

	private static final Map<String, String> OWN_NAMES = Map.of("sv", "Svenska", "en", "English", "da", "Dansk", "nb",
			"Norsk", "fi", "Suomi", "de", "Deutsch");

	private Languages() {
	}

	/// The offered language (never empty) that fits an `Accept-Language` header best (RFC
	/// 4647 lookup), else the first.
	public static String best(@Nullable String acceptLanguage, List<String> offered) {
		if (acceptLanguage != null && acceptLanguage.length() <= 500) {
			for (Locale.LanguageRange range : ranges(acceptLanguage)) {
				String wanted = primary(range.getRange());
				if (offered.contains(wanted)) {
					return wanted;
				}
			}
		}
		return offered.getFirst();
	}

	/// A language's name in itself, for the language switch.
	public static String ownName(String language) {
		return OWN_NAMES.getOrDefault(primary(language), language);
	}

	/// `sv` of `sv-SE`; both Norwegian codes that browsers send, `no` and `nn`, are read
	/// as `nb`.
	static String primary(String language) {
		String primary = language.split("-", 2)[0].toLowerCase(Locale.ROOT);
		return (primary.equals("no") || primary.equals("nn")) ? "nb" : primary;
	}

	private static List<Locale.LanguageRange> ranges(String acceptLanguage) {
		try {
			return Locale.LanguageRange.parse(acceptLanguage);
		}
		catch (IllegalArgumentException ex) {
			return List.of();
		}
	}

}
