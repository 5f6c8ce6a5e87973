package dev.insyn.fields;

import java.time.LocalDate;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.insyn.fields.FieldFixtures.SWEDISH;
import static dev.insyn.fields.FieldFixtures.field;
import static dev.insyn.fields.FieldFixtures.problem;
import static dev.insyn.fields.FieldFixtures.read;
import static org.assertj.core.api.Assertions.assertThat;

class CalendarDateTests {

	@ParameterizedTest
	@ValueSource(strings = { "2026-11-21", "20261121", "2026/11/21", "2026.11.21", "21.11.2026", "21. 11. 2026",
			"21/11/2026", "21/11 2026", "21-11-2026", "21 nov 2026", "21 nov. 2026", "21 november 2026",
			"den 21 november 2026", "21:a november 2026", "21 NOV 2026", " 21\u00A0nov\u00A02026 ", "21 Nov 2026" })
	void readsWhatSwedesWrite(String typed) {
		assertThat(read(FieldType.DATE, typed, SWEDISH)).isEqualTo("2026-11-21");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "en|21 November 2026", "en|November 21, 2026", "en|Nov 21 2026", "en|21st of November 2026",
					"en|21/11/2026", "en-US|11/21/2026", "da|21. november 2026", "da|21.11.2026", "nb|21. nov. 2026",
					"fi|21.11.2026", "fi|21. marraskuuta 2026", "fi|21 marraskuu 2026", "fi|21. mar 2026",
					"de|21. November 2026", "de|21.11.2026", "sv|21. marraskuuta 2026" })
	void readsWhatOthersWrite(String language, String typed) {
		assertThat(read(FieldType.DATE, typed, Locale.forLanguageTag(language))).isEqualTo("2026-11-21");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "sv|3 maj 2026|2026-05-03", "nb|3. mai 2026|2026-05-03", "de|3. März 2026|2026-03-03",
					"de|3. Mai 2026|2026-05-03", "de|3. Dez. 2026|2026-12-03", "da|3. okt. 2026|2026-10-03",
					"en|3 Sept 2026|2026-09-03", "sv|3 mar 2026|2026-03-03", "fi|3. maalis 2026|2026-03-03",
					"en|29 February 2024|2024-02-29", "sv|1 januari 1900|1900-01-01" })
	void knowsTheMonthsOfEachLanguage(String language, String typed, String canonical) {
		assertThat(read(FieldType.DATE, typed, Locale.of(language))).isEqualTo(canonical);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "31.4.2026", "21.11.26", "261121",
			"igår", "21 ju 2026", "21 xyz 2026", "2026-11", "2026-11-21T10:00:00Z", "2026-1121", "202611-21",
			"21 m 2026", "-2026-11-21", "11/21/2026" })
	void refusesWhatIsNoDateOrInDoubt(String typed) {
		assertThat(read(FieldType.DATE, typed, SWEDISH)).isEqualTo(problem("date"));
	}

	@Test
	void refusesAMonthThatTheReadersLanguageLeavesInDoubt() {
		assertThat(read(FieldType.DATE, "3 jul 2026", SWEDISH)).isEqualTo("2026-07-03");
		assertThat(read(FieldType.DATE, "3 mar 2026", Locale.ROOT)).isEqualTo(problem("date"));
	}

	@Test
	void takesALocalDateAsItIs() {
		assertThat(read(FieldType.DATE, LocalDate.of(2026, 11, 21), SWEDISH)).isEqualTo("2026-11-21");
	}

	@Test
	void keepsToTheRangeEndsIncluded() {
		FieldDefinition field = field(FieldType.DATE,
				FieldRules.between(LocalDate.of(1900, 1, 1), LocalDate.of(2026, 11, 21)));
		assertThat(read(field, "1900-01-01", SWEDISH)).isEqualTo("1900-01-01");
		assertThat(read(field, "2026-11-21", SWEDISH)).isEqualTo("2026-11-21");
		assertThat(read(field, "1899-12-31", SWEDISH)).isEqualTo(problem("too-early", "after", "1900-01-01"));
		assertThat(read(field, "22 nov 2026", SWEDISH)).isEqualTo(problem("too-late", "before", "2026-11-21"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "sv|21 nov. 2026", "en|21 Nov 2026", "en-US|Nov 21, 2026", "da|21. nov. 2026",
			"nb|21. nov. 2026", "fi|21.11.2026", "de|21.11.2026" })
	void showsItAsTheReaderWritesIt(String language, String shown) {
		Locale locale = Locale.forLanguageTag(language);
		assertThat(FieldFormatter.show(field(FieldType.DATE), "2026-11-21", locale)).isEqualTo(shown);
		assertThat(FieldFormatter.edit(field(FieldType.DATE), "2026-11-21", locale)).isEqualTo("2026-11-21");
	}

	@Test
	void readsBackEveryDayThatItShows() {
		for (String language : new String[] { "sv", "en", "da", "nb", "fi", "de" }) {
			Locale locale = Locale.of(language);
			for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() == 2024; day = day.plusDays(9)) {
				String shown = FieldFormatter.show(field(FieldType.DATE), day.toString(), locale);
				assertThat(read(FieldType.DATE, shown, locale)).as(shown).isEqualTo(day.toString());
			}
		}
	}

}
