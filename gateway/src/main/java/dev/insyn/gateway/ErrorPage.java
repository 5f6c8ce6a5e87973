package dev.insyn.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

import org.jspecify.annotations.Nullable;

/// The gateway's own page, kept apart from the services' as it is shown when they are away.
class ErrorPage {

	static final List<String> LANGUAGES = List.of("en", "sv", "da", "nb", "fi", "de");

	/// Longer headers are cut, so that nobody makes us parse for long.
	private static final int LONGEST_HEADER = 200;

	private static final List<Locale> locales = LANGUAGES.stream().map(Locale::of).toList();

	/// The language of the reader among ours; English if there is none.
	String language(@Nullable String acceptLanguage) {
		if (acceptLanguage == null) {
			return "en";
		}
		try {
			List<Locale.LanguageRange> ranges = new ArrayList<>(Locale.LanguageRange.parse(shorten(acceptLanguage)));
			Locale found = Locale.lookup(ranges, locales);
			return (found != null) ? found.getLanguage() : norwegian(ranges);
		}
		catch (IllegalArgumentException malformed) {
			return "en";
		}
	}

	/// Browsers also ask for `no` (Norwegian, either form) and `nn`, whose readers read
	/// `nb`.
	private static String norwegian(List<Locale.LanguageRange> ranges) {
		boolean any = ranges.stream().map(Locale.LanguageRange::getRange).anyMatch((range) -> range.startsWith("n"));
		return (any && Locale.lookup(ranges, List.of(Locale.of("no"), Locale.of("nn"))) != null) ? "nb" : "en";
	}

	private static String shorten(String header) {
		if (header.length() <= LONGEST_HEADER) {
			return header;
		}
		int end = header.lastIndexOf(',', LONGEST_HEADER);
		return header.substring(0, Math.max(end, 0));
	}

	String html(Refusal.Reason reason, String language, String requestId) {
		ResourceBundle texts = texts(language);
		return """
				<!doctype html>
				<html lang="%s">
				<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<meta name="color-scheme" content="light dark">
				<title>%s</title>
				<link rel="stylesheet" href="%s">
				</head>
				<body>
				<main>
				<h1>%s</h1>
				<p>%s</p>
				<p class="id">%s <code>%s</code></p>
				</main>
				</body>
				</html>
				""".formatted(language, texts.getString(reason.key() + ".title"), OwnFiles.STYLE,
				texts.getString(reason.key() + ".title"), texts.getString(reason.key() + ".text"),
				texts.getString("request-id"), requestId);
	}

	/// Problem details (RFC 9457), in English for developers.
	String problem(Refusal.Reason reason, String requestId) {
		return """
				{"type":"urn:insyn:problem:%s","title":"%s","status":%d,"detail":"%s","requestId":"%s"}""".formatted(
				reason.problem(), texts("en").getString(reason.key() + ".title"), reason.status().value(),
				texts("en").getString(reason.key() + ".text"), requestId);
	}

	private static ResourceBundle texts(String language) {
		return ResourceBundle.getBundle("texts.gateway", Locale.of(language),
				Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
	}

}
