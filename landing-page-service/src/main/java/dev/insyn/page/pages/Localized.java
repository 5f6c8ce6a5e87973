package dev.insyn.page.pages;

import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A text in the page's languages. A blank text is none.
public record Localized(@JsonValue Map<String, String> byLanguage) {

	/// No text in any language.
	public static final Localized NONE = new Localized(Map.of());

	@JsonCreator
	public Localized {
		byLanguage = byLanguage.entrySet()
			.stream()
			.filter((text) -> text.getValue() != null && !text.getValue().isBlank())
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/// The text in a language, else in English, else in any, else the empty string.
	public String in(String language) {
		String text = this.byLanguage.get(language);
		if (text == null) {
			text = this.byLanguage.get("en");
		}
		return (text != null) ? text : this.byLanguage.values().stream().findFirst().orElse("");
	}

	public boolean isEmpty() {
		return this.byLanguage.isEmpty();
	}

}
