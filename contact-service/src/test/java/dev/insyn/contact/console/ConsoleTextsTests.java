package dev.insyn.contact.console;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.insyn.contact.catalogue.LegalBasis;
import dev.insyn.contact.catalogue.Sensitivity;
import dev.insyn.fields.FieldType;
import dev.insyn.fields.ProblemCode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// That the console speaks both languages completely.
class ConsoleTextsTests {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z0-9]+}");

	private final Properties swedish = texts("sv");

	private final Properties english = texts("en");

	@Test
	void everyTextIsThereInBothLanguages() {
		assertThat(this.swedish.stringPropertyNames())
			.containsExactlyInAnyOrderElementsOf(this.english.stringPropertyNames());
		assertThat(this.swedish.stringPropertyNames())
			.allSatisfy((key) -> assertThat(placeholders(this.swedish, key)).as(key)
				.containsExactlyInAnyOrderElementsOf(placeholders(this.english, key)));
	}

	@Test
	void everyCodeHasAWord() {
		Stream<String> types = Stream.of(FieldType.values())
			.map((type) -> "catalogue.type." + type.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
			.flatMap((key) -> Stream.of(key, key + ".hint"));
		Stream<String> grounds = Stream.of(LegalBasis.values()).map((basis) -> "catalogue.basis." + basis.code());
		Stream<String> levels = Stream.of(Sensitivity.values()).map((level) -> "catalogue.sensitivity." + level.code());
		Stream<String> reasons = ProblemCode.ALL.stream()
			.filter((code) -> !code.equals(ProblemCode.REQUIRED))
			.map((code) -> "contact.refused." + code);

		assertThat(Stream.of(types, grounds, levels, reasons).flatMap((keys) -> keys))
			.allMatch(this.english.stringPropertyNames()::contains);
	}

	private static java.util.List<String> placeholders(Properties texts, String key) {
		return PLACEHOLDER.matcher(texts.getProperty(key)).results().map(MatchResult::group).distinct().toList();
	}

	private static Properties texts(String language) {
		Properties texts = new Properties();
		try (Reader reader = new InputStreamReader(
				Objects.requireNonNull(
						Screens.class.getResourceAsStream("/dev/insyn/contact/console/" + language + ".properties")),
				StandardCharsets.UTF_8)) {
			texts.load(reader);
			return texts;
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
