package dev.insyn.pagekit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// All texts in all languages: page-kit's own and, added to them, those of the service.
public final class TextBook {

	/// The languages that every text exists in.
	public static final List<String> LANGUAGES = List.of("sv", "en", "da", "nb", "fi", "de");

	private static final String FALLBACK = "en";

	private static final List<String> CONSOLE_LANGUAGES = List.of("sv", "en");

	private final Map<String, Texts> byLanguage;

	private TextBook(Map<String, Texts> byLanguage) {
		this.byLanguage = Map.copyOf(byLanguage);
	}

	/// page-kit's texts alone.
	public static TextBook common() {
		return with();
	}

	/// page-kit's texts and the service's, which win. A base is a class path prefix:
	/// `/dev/insyn/page/texts/` is read as
	/// `/dev/insyn/page/texts/sv.properties` (UTF-8) and so on for each language.
	public static TextBook with(String... bases) {
		return read(LANGUAGES, List.of(bases));
	}

	/// The console's texts and the service's, which win. The console speaks Swedish and
	/// English.
	public static TextBook console(String... bases) {
		return read(CONSOLE_LANGUAGES,
				Stream.concat(Stream.of("/dev/insyn/pagekit/console/texts/"), Stream.of(bases)).toList());
	}

	private static TextBook read(List<String> languages, List<String> bases) {
		Map<String, Texts> books = new HashMap<>();
		for (String language : languages) {
			Map<String, String> texts = new HashMap<>(read("/dev/insyn/pagekit/texts/" + language + ".properties"));
			for (String base : bases) {
				texts.putAll(read(base + language + ".properties"));
			}
			books.put(language, new Texts(Locale.forLanguageTag(language), Map.copyOf(texts)));
		}
		return new TextBook(books);
	}

	/// The texts in a language (`sv`, `sv-SE`, `no` …), or in English if the book has
	/// none of it.
	public Texts in(@Nullable String language) {
		Texts texts = (language != null) ? this.byLanguage.get(primary(language)) : null;
		return (texts != null) ? texts : english();
	}

	/// The texts in the best of the offered languages for a browser's `Accept-Language`;
	/// the first offered one if none
	/// fits.
	public Texts choose(@Nullable String acceptLanguage, Collection<String> offered) {
		return in(Languages.best(acceptLanguage, List.copyOf(offered)));
	}

	private Texts english() {
		Texts english = this.byLanguage.get(FALLBACK);
		if (english == null) {
			throw new IllegalStateException("no English texts");
		}
		return english;
	}

	private static String primary(String language) {
		return Languages.primary(language);
	}

	private static Map<String, String> read(String resource) {
		Properties properties = new Properties();
		try (var stream = TextBook.class.getResourceAsStream(resource)) {
			if (stream == null) {
				return Map.of();
			}
			Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Map<String, String> texts = new HashMap<>();
		properties.stringPropertyNames().forEach((key) -> texts.put(key, properties.getProperty(key)));
		return texts;
	}

}
