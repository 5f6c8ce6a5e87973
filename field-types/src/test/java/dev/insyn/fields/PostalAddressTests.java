package dev.insyn.fields;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.insyn.fields.FieldFixtures.NORWEGIAN;
import static dev.insyn.fields.FieldFixtures.SWEDISH;
import static dev.insyn.fields.FieldFixtures.field;
import static dev.insyn.fields.FieldFixtures.problem;
import static dev.insyn.fields.FieldFixtures.read;
import static org.assertj.core.api.Assertions.assertThat;

class PostalAddressTests {

	private static final Map<String, String> LUND = Map.of("line1", "Storgatan 1", "line2", "lgh 1201", "postalCode",
			"221 00", "city", "Lund", "country", "SE");

	@Test
	void readsTheParts() {
		assertThat(read(FieldType.ADDRESS, Map.of("line1", " Storgatan 1 ", "line2", "lgh 1201", "postalCode", "22100",
				"city", "Lund", "country", "Sverige"), SWEDISH))
			.isEqualTo(LUND);
	}

	@Test
	void leavesOutPartsWithoutAValue() {
		Map<String, String> typed = new HashMap<>(LUND);
		typed.put("line2", " ");
		typed.put("country", null);
		assertThat(read(FieldType.ADDRESS, typed, SWEDISH))
			.isEqualTo(Map.of("line1", "Storgatan 1", "postalCode", "221 00", "city", "Lund"));
	}

	@Test
	void takesAPreselectedCountryAloneForNoAddress() {
		assertThat(read(FieldType.ADDRESS, Map.of("line1", "", "city", "", "country", "SE"), SWEDISH)).isNull();
	}

	@Test
	void namesThePartThatIsMissingOrWrong() {
		assertThat(read(FieldType.ADDRESS, Map.of("city", "Lund"), SWEDISH))
			.isEqualTo(problem("address", "part", "line1"));
		assertThat(read(FieldType.ADDRESS, Map.of("line1", "Storgatan 1"), SWEDISH))
			.isEqualTo(problem("address", "part", "city"));
		assertThat(with("postalCode", "2210")).isEqualTo(problem("postal-code", "country", "SE", "part", "postalCode"));
		assertThat(with("country", "Narnia")).isEqualTo(problem("country", "part", "country"));
		assertThat(with("line2", "a".repeat(101))).isEqualTo(problem("too-long", "max", "100", "part", "line2"));
		assertThat(with("city", "Lu\u0000nd")).isEqualTo(problem("characters", "part", "city"));
		assertThat(with("galaxy", "Milky Way")).isEqualTo(problem("shape"));
		assertThat(read(FieldType.ADDRESS, "Storgatan 1, Lund", SWEDISH)).isEqualTo(problem("shape"));
		assertThat(read(FieldType.ADDRESS, Map.of("line1", List.of("a")), SWEDISH))
			.isEqualTo(problem("shape", "part", "line1"));
	}

	private static Object with(String part, String typed) {
		Map<String, String> address = new HashMap<>(LUND);
		address.put(part, typed);
		Object read = read(FieldType.ADDRESS, address, SWEDISH);
		assertThat(read).isNotNull();
		return (read != null) ? read : "";
	}

	@ParameterizedTest
	@CsvSource({ "SE,22100,221 00", "SE,SE-221 00,221 00", "SE,S-22100,221 00", "NO,0150,0150", "DK,DK-2100,2100",
			"FI,00100,00100", "DE,D-10115,10115", "NL,1012ab,1012 AB", "GB,sw1a1aa,SW1A 1AA",
			"US,94043-1351,94043-1351", "IE,D02 AF30,D02 AF30" })
	void writesThePostalCodeAsItsCountryDoes(String country, String typed, String canonical) {
		assertThat(read(FieldType.ADDRESS,
				Map.of("line1", "Street 1", "city", "Town", "postalCode", typed, "country", country), SWEDISH))
			.asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
			.containsEntry("postalCode", canonical);
	}

	@Test
	void showsItAsOnAnEnvelope() {
		assertThat(FieldFormatter.show(field(FieldType.ADDRESS), LUND, SWEDISH))
			.isEqualTo("Storgatan 1\nlgh 1201\n221 00 Lund");
		assertThat(FieldFormatter.show(field(FieldType.ADDRESS), LUND, NORWEGIAN))
			.isEqualTo("Storgatan 1\nlgh 1201\n221 00 Lund\nSverige");
		assertThat(FieldFormatter.show(field(FieldType.ADDRESS),
				Map.of("line1", "10 Downing Street", "postalCode", "SW1A 2AA", "city", "London", "country", "GB"),
				Locale.of("en")))
			.isEqualTo("10 Downing Street\nLondon\nSW1A 2AA");
	}

}
