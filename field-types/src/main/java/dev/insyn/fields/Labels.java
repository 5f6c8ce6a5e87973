package dev.insyn.fields;

import java.util.Locale;
import java.util.Map;

/// Finds the text in a language that a person reads.
final class Labels {

	private Labels() {
	}

	static String of(Map<String, String> labels, Locale locale, String fallback) {
		String label = labels.get(locale.getLanguage());
		if (label == null) {
			label = labels.get("en");
		}
		return (label != null) ? label : labels.values().stream().findFirst().orElse(fallback);
	}

}
