package dev.insyn.page.pages;

import java.util.Map;

/// The catalogue's texts per language.
public final class Labels {

	private Labels() {
	}

	/// The text in a language, else in English, else any, else the fallback.
	public static String of(Map<String, String> labels, String language, String fallback) {
		String text = new Localized(labels).in(language);
		return text.isEmpty() ? fallback : text;
	}

}
