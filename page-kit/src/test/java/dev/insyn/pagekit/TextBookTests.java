package dev.insyn.pagekit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextBookTests {

	private final TextBook book = TextBook.common();

	@ParameterizedTest
	@ValueSource(strings = { "sv", "da", "nb", "fi", "de" })
	void saysInEveryLanguageWhatItSaysInEnglish(String language) throws IOException {
		Properties english = read("en");
		Properties other = read(language);
		assertThat(new TreeSet<>(other.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
		english.stringPropertyNames()
			.forEach((key) -> assertThat(placeholders(other.getProperty(key))).as(key)
				.isEqualTo(placeholders(english.getProperty(key))));
	}

	@Test
	void fillsInWhatItIsGivenAndNothingElse() {
		Texts texts = this.book.in("sv");
		assertThat(texts.get("summary.other", 3)).isEqualTo("Det finns 3 fel att rätta till");
		assertThat(texts.problem("too-long", Map.of("max", "{max} $1"))).isEqualTo("Skriv högst {max} $1 tecken");
		assertThat(texts.get("summary.other")).contains("{0}");
		assertThat(texts.get("no.such.key")).isEqualTo("no.such.key");
	}

	@Test
	void givesTheBestOfferedLanguage() {
		List<String> offered = List.of("sv", "en", "nb");
		assertThat(Languages.best("de-DE,en;q=0.8,sv;q=0.3", offered)).isEqualTo("en");
		assertThat(Languages.best("no", offered)).isEqualTo("nb");
		assertThat(Languages.best("nn-NO,sv;q=0.1", offered)).isEqualTo("nb");
		assertThat(Languages.best("*", offered)).isEqualTo("sv");
		assertThat(Languages.best(null, offered)).isEqualTo("sv");
		assertThat(Languages.best("%%;;q=x", offered)).isEqualTo("sv");
	}

	private static List<String> placeholders(String text) {
		return java.util.regex.Pattern.compile("\\{\\w+}")
			.matcher(text)
			.results()
			.map((match) -> match.group())
			.sorted()
			.toList();
	}

	private static Properties read(String language) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = new InputStreamReader(
				Objects.requireNonNull(
						TextBook.class.getResourceAsStream("/dev/insyn/pagekit/texts/" + language + ".properties")),
				StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		return properties;
	}

}
