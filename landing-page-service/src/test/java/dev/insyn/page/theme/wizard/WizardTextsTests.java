package dev.insyn.page.theme.wizard;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.insyn.page.theme.Font;
import dev.insyn.page.theme.colour.Pairing;
import dev.insyn.page.theme.colour.Proposal;
import dev.insyn.page.theme.colour.Role;
import dev.insyn.page.theme.image.PictureRefused;
import dev.insyn.pagekit.TextBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Every text of the wizard in Swedish and English, every text of the sample page in all six languages.
class WizardTextsTests {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

	@ParameterizedTest
	@MethodSource("words")
	void saysEverythingInBothLanguages(String key) {
		assertThat(texts("wizard/texts/sv").getProperty(key)).as(key).isNotBlank();
		assertThat(texts("wizard/texts/en").getProperty(key)).as(key).isNotBlank();
	}

	@Test
	void saysTheSameInBothLanguages() {
		Properties swedish = texts("wizard/texts/sv");
		Properties english = texts("wizard/texts/en");
		assertThat(swedish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
		swedish.stringPropertyNames()
			.forEach((key) -> assertThat(placeholders(swedish.getProperty(key))).as(key)
				.isEqualTo(placeholders(english.getProperty(key))));
	}

	@Test
	void speaksTheContactsLanguagesOnTheSamplePage() {
		TextBook.LANGUAGES
			.forEach((language) -> assertThat(texts("sample/" + language).stringPropertyNames()).as(language)
				.isEqualTo(texts("sample/en").stringPropertyNames()));
	}

	static Stream<String> words() {
		return Stream
			.of(Arrays.stream(PictureRefused.Reason.values()).map((reason) -> "theme.image." + reason.code()),
					Arrays.stream(Pairing.values()).map((pairing) -> "theme.pair." + pairing.code()),
					Arrays.stream(Role.values()).map((role) -> "theme.role." + role.member()),
					Arrays.stream(Font.values()).map((font) -> "theme.font." + font.code()),
					Arrays.stream(Proposal.Masthead.values()).map((masthead) -> "theme.masthead." + masthead.code()),
					WizardView.STEPS.stream().map((step) -> "theme.step." + step),
					Stream.of("required", "too-long", "characters", "colour", "font", "corners", "yes-no", "unknown")
						.map((code) -> "theme.error." + code))
			.flatMap((keys) -> keys);
	}

	private static List<String> placeholders(String text) {
		return PLACEHOLDER.matcher(text).results().map((match) -> match.group()).sorted().toList();
	}

	private static Properties texts(String name) {
		Properties texts = new Properties();
		try (var stream = Objects.requireNonNull(
				WizardTextsTests.class.getResourceAsStream("/dev/insyn/page/theme/" + name + ".properties"), name)) {
			texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return texts;
	}

}
