package dev.insyn.fields;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.insyn.fields.FieldFixtures.SWEDISH;
import static dev.insyn.fields.FieldFixtures.field;
import static dev.insyn.fields.FieldFixtures.problem;
import static dev.insyn.fields.FieldFixtures.read;
import static org.assertj.core.api.Assertions.assertThat;

class FieldReaderTests {

	@ParameterizedTest
	@EnumSource(FieldType.class)
	void readsNothingAsNoValueInEveryType(FieldType type) {
		assertThat(read(type, null, SWEDISH)).isNull();
		assertThat(read(type, "", SWEDISH)).isNull();
		assertThat(read(type, " \u00A0\u200B\n", SWEDISH)).isNull();
	}

	@ParameterizedTest
	@EnumSource(FieldType.class)
	void refusesAShapeThatTheTypeCantHave(FieldType type) {
		assertThat(read(type, Map.of("$gt", ""), SWEDISH)).isEqualTo(problem("shape"));
		assertThat(read(type, new Object(), SWEDISH)).isEqualTo(problem("shape"));
	}

	@Test
	void trimsAndComposesText() {
		assertThat(read(FieldType.TEXT, "  A\u030Asa\u00A0", SWEDISH)).isEqualTo("\u00C5sa");
		assertThat(read(FieldType.TEXT, "\uFEFFAnna\u200B", SWEDISH)).isEqualTo("Anna");
		assertThat(read(FieldType.TEXT, "a\tb", SWEDISH)).isEqualTo("a b");
		assertThat(read(FieldType.TEXT, 42, SWEDISH)).isEqualTo("42");
		assertThat(read(FieldType.TEXT, true, SWEDISH)).isEqualTo("true");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "${7*7}", "O'Neil & Sons \"AB\"", "\u5C71\u7530",
			"\uD83D\uDC69\u200D\uD83D\uDCBB", "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645" })
	void keepsMarkupAndScriptsAsTheTextTheyAre(String text) {
		assertThat(read(FieldType.TEXT, text, SWEDISH)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\u0000b", "a\u001Bb", "a\nb", "a\u202Eb", "a\u2066b", "a\uD800b", "a\uFFFEb", "a\u2028b",
			"a\u0085b", "a\u007Fb" })
	void refusesInOneLineWhatCantBeSeen(String text) {
		assertThat(read(FieldType.TEXT, text, SWEDISH)).isEqualTo(problem("characters"));
	}

	@Test
	void keepsTheLinesOfSeveral() {
		assertThat(read(FieldType.MULTILINE, "a\r\nb\rc\n\n\td\u2028e\n", SWEDISH)).isEqualTo("a\nb\nc\n\n\td\ne");
		assertThat(read(FieldType.MULTILINE, "a\u0000b", SWEDISH)).isEqualTo(problem("characters"));
	}

	@Test
	void countsLengthAsPeopleDo() {
		FieldDefinition field = field(FieldType.TEXT, new FieldRules(2, 4, null, null, null, null, null));
		assertThat(read(field, "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", SWEDISH)).isInstanceOf(String.class);
		assertThat(read(field, "12345", SWEDISH)).isEqualTo(problem("too-long", "max", "4"));
		assertThat(read(field, "1", SWEDISH)).isEqualTo(problem("too-short", "min", "2"));
		assertThat(read(field, "A\u030AA\u030AA\u030AA\u030A", SWEDISH)).isEqualTo("\u00C5\u00C5\u00C5\u00C5");
	}

	@Test
	void limitsEveryTextAlsoWithoutARule() {
		assertThat(read(FieldType.TEXT, "a".repeat(201), SWEDISH)).isEqualTo(problem("too-long", "max", "200"));
		assertThat(read(FieldType.MULTILINE, "a".repeat(4001), SWEDISH)).isEqualTo(problem("too-long", "max", "4000"));
		assertThat(read(FieldType.TEXT, "a".repeat(20_000_000), SWEDISH)).isEqualTo(problem("too-long", "max", "200"));
	}

	@ParameterizedTest
	@CsvSource({ "true,true", "Ja,true", "on,true", "1,true", "Kyllä,true", "j,true", "false,false", "NEJ,false",
			"nei,false", "Nein,false", "ei,false", "off,false", "0,false" })
	void readsYesAndNoInEveryLanguage(String typed, String canonical) {
		assertThat(read(FieldType.YES_NO, typed, SWEDISH)).isEqualTo(canonical);
	}

	@Test
	void refusesMaybe() {
		assertThat(read(FieldType.YES_NO, "kanske", SWEDISH)).isEqualTo(problem("yes-no"));
		assertThat(read(FieldType.YES_NO, Boolean.TRUE, SWEDISH)).isEqualTo("true");
		assertThat(read(FieldType.YES_NO, 0, SWEDISH)).isEqualTo("false");
	}

	@ParameterizedTest
	@CsvSource({ "mtb,mtb", "Terrängcykling,mtb", "landsväg,road", "Mountain biking,mtb" })
	void readsAChoiceByValueOrLabel(String typed, String value) {
		assertThat(read(FieldType.CHOICE, typed, SWEDISH)).isEqualTo(value);
	}

	@Test
	void refusesWhatIsNotOffered() {
		assertThat(read(FieldType.CHOICE, "gravel", SWEDISH)).isEqualTo(problem("choice"));
		assertThat(read(FieldType.CHOICE, "MTB", SWEDISH)).isEqualTo(problem("choice"));
		assertThat(read(FieldType.CHOICES, List.of("mtb", "gravel"), SWEDISH)).isEqualTo(problem("choice"));
		assertThat(read(FieldType.CHOICES, List.of(Map.of("a", "b")), SWEDISH)).isEqualTo(problem("shape"));
	}

	@Test
	void keepsSeveralChoicesInTheCataloguesOrderAndOnce() {
		assertThat(read(FieldType.CHOICES, List.of("road", "mtb", "road"), SWEDISH)).isEqualTo(List.of("mtb", "road"));
		assertThat(read(FieldType.CHOICES, "road, mtb", SWEDISH)).isEqualTo(List.of("mtb", "road"));
		assertThat(read(FieldType.CHOICES, "city", SWEDISH)).isEqualTo(List.of("city"));
		assertThat(read(FieldType.CHOICES, Arrays.asList("", null), SWEDISH)).isNull();
		assertThat(read(FieldType.CHOICES, List.of(), SWEDISH)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "SE,SE", "se,SE", "Sverige,SE", "sweden,SE", "Schweden,SE", "Ruotsi,SE", "UK,GB", "Norge,NO",
			"Tyskland,DE", "Saksa,DE" })
	void readsACountryByCodeOrName(String typed, String code) {
		assertThat(read(FieldType.COUNTRY, typed, SWEDISH)).isEqualTo(code);
	}

	@Test
	void refusesACountryThatIsNone() {
		assertThat(read(FieldType.COUNTRY, "XX", SWEDISH)).isEqualTo(problem("country"));
		assertThat(read(FieldType.COUNTRY, "Narnia", SWEDISH)).isEqualTo(problem("country"));
	}

	/// Contact-service reads again what landing-page-service has read; it must come to
	/// the same.
	@Test
	void readsCanonicalFormsToThemselves() {
		Map<FieldType, Object> canonical = Map.of(FieldType.TEXT, "Åsa", FieldType.MULTILINE, "a\nb", FieldType.EMAIL,
				"a@xn--blbr-noae.example", FieldType.PHONE, "+46701234567", FieldType.DATE, "2026-11-21",
				FieldType.NUMBER, "1.234", FieldType.YES_NO, "false", FieldType.CHOICES, List.of("mtb", "city"),
				FieldType.COUNTRY, "SE", FieldType.ADDRESS,
				Map.of("line1", "Storgatan 1", "postalCode", "221 00", "city", "Lund", "country", "SE"));
		canonical.forEach((type, value) -> assertThat(read(type, value, Locale.ROOT)).isEqualTo(value));
	}

	@Test
	void tellsAProblemWithoutWhatWasTyped() {
		String typed = "070-1234567890123";
		for (FieldType type : FieldType.values()) {
			assertThat(FieldReader.read(field(type), typed, SWEDISH).toString()).satisfiesAnyOf(
					(shown) -> assertThat(shown).startsWith("Value"),
					(shown) -> assertThat(shown).doesNotContain(typed));
		}
	}

}
