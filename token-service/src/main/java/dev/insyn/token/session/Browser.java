package dev.insyn.token.session;

import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// A browser in words, so that one recognises one's own; the rest of what it says of itself is not kept.
///
/// @param name such as Chrome; empty if unknown
/// @param system such as Windows; empty if unknown
public record Browser(String name, String system) {

	private static final int LONGEST = 512;

	/// The first that fits: nearly all browsers also name others.
	private static final Map<String, Pattern> NAMES = ordered("Edge", "Edg(?:e|A|iOS)?/", "Opera", "OPR/|Opera",
			"Samsung Internet", "SamsungBrowser/", "Vivaldi", "Vivaldi/", "Firefox", "Firefox/|FxiOS/", "Chrome",
			"Chrome/|CriOS/|Chromium/", "Safari", "Version/.*Safari/");

	private static final Map<String, Pattern> SYSTEMS = ordered("iPhone", "iPhone", "iPad", "iPad", "Android",
			"Android", "ChromeOS", "CrOS", "Windows", "Windows NT", "Mac", "Macintosh", "Linux", "Linux");

	public static Browser of(@Nullable String userAgent) {
		if (userAgent == null || userAgent.length() > LONGEST) {
			return new Browser("", "");
		}
		return new Browser(first(NAMES, userAgent), first(SYSTEMS, userAgent));
	}

	private static String first(Map<String, Pattern> patterns, String userAgent) {
		return patterns.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().matcher(userAgent).find())
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse("");
	}

	private static Map<String, Pattern> ordered(String... namesAndPatterns) {
		Map<String, Pattern> patterns = new java.util.LinkedHashMap<>();
		for (int i = 0; i < namesAndPatterns.length; i += 2) {
			patterns.put(namesAndPatterns[i], Pattern.compile(namesAndPatterns[i + 1]));
		}
		return patterns;
	}

}
