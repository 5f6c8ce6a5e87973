package dev.insyn.fields;

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

class PhoneNumberTests {

	@ParameterizedTest
	@ValueSource(strings = { "070-123 45 67", "0701234567", "070 123 45 67", "+46701234567", "+46 (0)70-123 45 67",
			"0046 70 123 45 67", "(070) 123 45 67", "070.123.45.67", "070\u2013123\u00A045\u00A067", "+46-70/1234567" })
	void readsANumberHoweverItIsWritten(String typed) {
		assertThat(read(FieldType.PHONE, typed, SWEDISH)).isEqualTo("+46701234567");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "070", "070-123", "070-123 45 67 89 10", "hej", "070-ABC DEF", "+46701234567 ext 12",
			"+46701234567;ext=12", "++46701234567", "+999123456789", "0701234567, 0701234568" })
	void refusesWhatNoPhoneRingsAt(String typed) {
		assertThat(read(FieldType.PHONE, typed, SWEDISH)).isEqualTo(problem("phone"));
	}

	@ParameterizedTest
	@CsvSource({ "sv,08-123 456 78,+46812345678", "nb,22 12 34 56,+4722123456", "da,32 12 34 56,+4532123456",
			"fi,040 123 4567,+358401234567", "de,030 901820,+4930901820", "en,020 7946 0018,+442079460018" })
	void takesTheReadersCountryWithoutCountryCode(String language, String typed, String canonical) {
		assertThat(read(FieldType.PHONE, typed, Locale.of(language))).isEqualTo(canonical);
	}

	@Test
	void takesTheFieldsRegionBeforeTheReadersCountry() {
		FieldDefinition norwegian = field(FieldType.PHONE, FieldRules.region("NO"));
		assertThat(read(norwegian, "22 12 34 56", SWEDISH)).isEqualTo("+4722123456");
	}

	@Test
	void needsACountryCodeWhereNoCountryIsKnown() {
		assertThat(read(FieldType.PHONE, "0701234567", Locale.ROOT)).isEqualTo(problem("phone"));
		assertThat(read(FieldType.PHONE, "+46701234567", Locale.ROOT)).isEqualTo("+46701234567");
	}

	@ParameterizedTest
	@CsvSource({ "sv,+46701234567,070-123 45 67", "sv,+46812345678,08-123 456 78", "nb,+46701234567,+46 70 123 45 67",
			"nb,+4722123456,22 12 34 56", "sv,not a number,not a number" })
	void showsItAsDialledInTheReadersCountry(String language, String canonical, String shown) {
		assertThat(FieldFormatter.show(field(FieldType.PHONE), canonical, Locale.of(language))).isEqualTo(shown);
	}

}
