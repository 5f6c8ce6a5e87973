package dev.insyn.fields;

import java.math.BigDecimal;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.insyn.fields.FieldFixtures.FINNISH;
import static dev.insyn.fields.FieldFixtures.GERMAN;
import static dev.insyn.fields.FieldFixtures.SWEDISH;
import static dev.insyn.fields.FieldFixtures.field;
import static dev.insyn.fields.FieldFixtures.problem;
import static dev.insyn.fields.FieldFixtures.read;
import static org.assertj.core.api.Assertions.assertThat;

class DecimalNumberTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "sv|1234,5|1234.5", "sv|1 234,5|1234.5", "sv|1\u00A0234\u00A0567,50|1234567.5", "sv|12|12",
					"sv|012|12", "sv|-3|-3", "sv|\u22123|-3", "sv|+3|3", "sv|0,5|0.5", "sv|,5|0.5", "sv|1.5|1.5",
					"sv|1,234|1.234", "sv|-0|0", "sv|1.234.567|1234567", "sv|1.234,5|1234.5", "de|1.234|1234",
					"de|1.234,5|1234.5", "da|12.345|12345", "en|1,234|1234", "en|1,234.5|1234.5", "en|1.234|1.234",
					"en|1,5|1.5", "sv|100|100", "sv|100,00|100" })
	void readsCommaPointAndThousands(String language, String typed, String canonical) {
		assertThat(read(FieldType.NUMBER, typed, Locale.of(language))).isEqualTo(canonical);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.234", "12 34", "1,2,3", "1.2.3", "1,234.567,8", "1e5", "0x10", "NaN", "tolv", "1,", "-",
			"5 st", "50%", "1 234 56", "--1", "1.234 567", "\u0661" })
	void refusesWhatIsNoNumberOrInDoubt(String typed) {
		assertThat(read(FieldType.NUMBER, typed, SWEDISH)).isEqualTo(problem("number"));
	}

	@Test
	void takesNumbersOfJson() {
		assertThat(read(FieldType.NUMBER, 12, SWEDISH)).isEqualTo("12");
		assertThat(read(FieldType.NUMBER, 12.5, SWEDISH)).isEqualTo("12.5");
		assertThat(read(FieldType.NUMBER, new BigDecimal("1.50"), SWEDISH)).isEqualTo("1.5");
		assertThat(read(FieldType.NUMBER, 1.0E10, SWEDISH)).isEqualTo("10000000000");
		assertThat(read(FieldType.NUMBER, 1.234, Locale.ROOT)).isEqualTo("1.234");
	}

	@Test
	void refusesNumbersThatWouldFillTheMemory() {
		assertThat(read(FieldType.NUMBER, new BigDecimal("1e999999999"), SWEDISH)).isEqualTo(problem("number"));
		assertThat(read(FieldType.NUMBER, Double.POSITIVE_INFINITY, SWEDISH)).isEqualTo(problem("number"));
		assertThat(read(FieldType.NUMBER, "9".repeat(31), SWEDISH)).isEqualTo(problem("number"));
	}

	@Test
	void keepsToTheRangeEndsIncluded() {
		FieldDefinition employees = field(FieldType.NUMBER, FieldRules.between(0, 500_000));
		assertThat(read(employees, "0", SWEDISH)).isEqualTo("0");
		assertThat(read(employees, "500 000", SWEDISH)).isEqualTo("500000");
		assertThat(read(employees, "-1", SWEDISH)).isEqualTo(problem("too-small", "min", "0"));
		assertThat(read(employees, "500 000,1", SWEDISH)).isEqualTo(problem("too-large", "max", "500000"));
	}

	@Test
	void showsThousandsApartAndEditsThemTogether() {
		assertThat(FieldFormatter.show(field(FieldType.NUMBER), "1234567.5", SWEDISH))
			.isEqualTo("1\u00A0234\u00A0567,5");
		assertThat(FieldFormatter.show(field(FieldType.NUMBER), "1234567.5", GERMAN)).isEqualTo("1.234.567,5");
		assertThat(FieldFormatter.edit(field(FieldType.NUMBER), "1234567.5", SWEDISH)).isEqualTo("1234567,5");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1234.567", "1.234", "0.001", "1234567890123.25", "123456789012345678901234567" })
	void readsBackWhatItShowsAndEdits(String canonical) {
		for (Locale locale : new Locale[] { SWEDISH, GERMAN, FINNISH, Locale.of("nb"), Locale.of("da"),
				Locale.of("en") }) {
			String edited = FieldFormatter.edit(field(FieldType.NUMBER), canonical, locale);
			String shown = FieldFormatter.show(field(FieldType.NUMBER), canonical, locale);
			assertThat(read(FieldType.NUMBER, edited, locale)).as(edited).isEqualTo(canonical);
			assertThat(read(FieldType.NUMBER, shown, locale)).as(shown).isEqualTo(canonical);
		}
	}

}
