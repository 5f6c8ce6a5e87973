package dev.insyn.platform.errors;

import java.util.Locale;

import org.springframework.web.util.HtmlUtils;

/// An error page without any layout, so that it needs nothing that could be away too.
final class PlainErrorPage implements ErrorPage {

	@Override
	public String render(Locale locale, Problem problem) {
		ErrorTexts texts = ErrorTexts.of(problem.status().value(), locale);
		return """
				<!doctype html>
				<html lang="%s">
				<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<meta name="color-scheme" content="light dark">
				<meta name="robots" content="noindex">
				<title>%s</title>
				</head>
				<body>
				<main>
				<h1>%s</h1>
				<p>%s</p>
				</main>
				</body>
				</html>
				""".formatted(locale.toLanguageTag(), escape(texts.title()), escape(texts.title()),
				escape(texts.text()));
	}

	private static String escape(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}
