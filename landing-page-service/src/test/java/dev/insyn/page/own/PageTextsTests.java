package dev.insyn.page.own;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PageTextsTests {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

	@ParameterizedTest
	@ValueSource(strings = { "sv", "da", "nb", "fi", "de" })
	void saysInEveryLanguageWhatItSaysInEnglish(String language) throws IOException {
		Properties english = read("en");
		Properties other = read(language);
		assertThat(new TreeSet<>(other.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
		for (String key : english.stringPropertyNames()) {
			assertThat(other.getProperty(key)).as(key).isNotBlank();
			assertThat(placeholders(other.getProperty(key))).as(key).isEqualTo(placeholders(english.getProperty(key)));
		}
	}

	private static List<String> placeholders(String text) {
		return PLACEHOLDER.matcher(text).results().map(MatchResult::group).sorted().toList();
	}

	private static Properties read(String language) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = new InputStreamReader(
				Objects.requireNonNull(
						PageTextsTests.class.getResourceAsStream("/dev/insyn/page/texts/" + language + ".properties")),
				StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		return properties;
	}

}
