package dev.insyn.page.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.insyn.page.pages.Localized;
import org.jspecify.annotations.Nullable;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// What stands in a form: made of a page when it is first shown, and as it was typed when it is shown again.
record FormValues(MultiValueMap<String, String> values) {

	FormValues() {
		this(new LinkedMultiValueMap<>());
	}

	String get(String name) {
		String value = this.values.getFirst(name);
		return (value != null) ? value : "";
	}

	List<String> all(String name) {
		return this.values.getOrDefault(name, List.of()).stream().filter((value) -> !value.isBlank()).toList();
	}

	boolean on(String name) {
		return get(name).equals("true");
	}

	/// A whole number; null if it is none.
	@Nullable Integer number(String name) {
		String text = get(name).strip();
		return text.matches("-?\\d{1,9}") ? Integer.valueOf(text) : null;
	}

	/// The text in each of the languages, empty where there is none.
	Map<String, String> texts(String name, List<String> languages) {
		Map<String, String> texts = new LinkedHashMap<>();
		languages.forEach((language) -> texts.put(language, get(name + "." + language)));
		return texts;
	}

	/// The text as typed; languages that the form does not show keep what they have.
	Localized localized(String name, Localized before) {
		Map<String, String> texts = new LinkedHashMap<>(before.byLanguage());
		this.values.keySet()
			.stream()
			.filter((key) -> key.startsWith(name + ".") && key.lastIndexOf('.') == name.length())
			.forEach((key) -> texts.put(key.substring(name.length() + 1), plain(get(key))));
		return new Localized(texts);
	}

	FormValues with(String name, String value) {
		this.values.add(name, value);
		return this;
	}

	FormValues with(String name, List<String> all) {
		all.forEach((value) -> this.values.add(name, value));
		return this;
	}

	FormValues with(String name, Localized text) {
		text.byLanguage().forEach((language, words) -> this.values.add(name + "." + language, words));
		return this;
	}

	/// Browsers end lines with CR LF.
	private static String plain(String text) {
		return text.replace("\r\n", "\n").strip();
	}

	@Override
	public String toString() {
		return "FormValues" + this.values.keySet();
	}

}
