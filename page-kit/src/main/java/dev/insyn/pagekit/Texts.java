package dev.insyn.pagekit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// The texts of one language. A missing key is shown as the key itself: wrong on a screen, but never an error page.
public final class Texts {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z0-9]+)}");

	private final Locale locale;

	private final Map<String, String> texts;

	Texts(Locale locale, Map<String, String> texts) {
		this.locale = locale;
		this.texts = texts;
	}

	/// The language as a BCP 47 tag, for `lang` attributes.
	public String language() {
		return this.locale.toLanguageTag();
	}

	public Locale locale() {
		return this.locale;
	}

	/// The text of a key with `{0}`, `{1}` … replaced by the arguments. The result is
	/// plain
	/// text; templates escape it.
	public String get(String key, Object... arguments) {
		return find(key, arguments).orElse(key);
	}

	/// The text of a key, or nothing if there is none.
	public Optional<String> find(String key, Object... arguments) {
		return Optional.ofNullable(this.texts.get(key)).map((text) -> fill(text, (name) -> at(arguments, name)));
	}

	/// The `key.one` or `key.other` text for a number, which is argument `{0}`; enough
	/// for
	/// the six languages.
	public String count(String key, long number) {
		return get(key + (number == 1 ? ".one" : ".other"), number);
	}

	/// What is wrong with a field's value, for a code of field-types with its named
	/// arguments (`{max}`), as they should be shown.
	public String problem(String code, Map<String, String> arguments) {
		String text = this.texts.getOrDefault("field.problem." + code, this.texts.get("field.problem"));
		return (text != null) ? fill(text, arguments::get) : code;
	}

	private static @Nullable Object at(Object[] arguments, String name) {
		int index = (name.length() == 1) ? name.charAt(0) - '0' : -1;
		return (index >= 0 && index < arguments.length) ? arguments[index] : null;
	}

	private static String fill(String text, Function<String, @Nullable Object> arguments) {
		return PLACEHOLDER.matcher(text).replaceAll((match) -> {
			Object argument = arguments.apply(match.group(1));
			return Matcher.quoteReplacement((argument != null) ? argument.toString() : match.group());
		});
	}

}
