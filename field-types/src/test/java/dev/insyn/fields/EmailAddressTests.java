package dev.insyn.fields;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.insyn.fields.FieldFixtures.SWEDISH;
import static dev.insyn.fields.FieldFixtures.field;
import static dev.insyn.fields.FieldFixtures.problem;
import static dev.insyn.fields.FieldFixtures.read;
import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTests {

	@ParameterizedTest
	@ValueSource(strings = { "anna.lindqvist@kund.example", "a@b.se", "anna+insyn@kund.example", "o'neil@kund.example",
			"ANNA@kund.example", "_@kund.example", "1234567890@kund.example", "a-b_c=d@sub.kund-2.example",
			"{anna}@kund.example", "anna@xn--blbr-ula3j.example", "anna@kund.museum" })
	void acceptsWhatMailServersAccept(String address) {
		assertThat(read(FieldType.EMAIL, address, SWEDISH)).isEqualTo(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "anna", "@kund.example", "anna@", "anna@kund", "anna@@kund.example", ".anna@kund.example",
			"anna.@kund.example", "anna..l@kund.example", "anna l@kund.example", "\"anna l\"@kund.example",
			"\"anna\"@kund.example", "anna@[192.0.2.1]", "anna@192.0.2.1", "anna@-kund.example", "anna@kund-.example",
			"anna@kund..example", "anna@.kund.example", "anna@kund.example.", "anna@kund_x.example",
			"Anna <anna@kund.example>", "anna@kund.example, bo@kund.example", "anna(comment)@kund.example",
			"åsa@kund.example", "anna@ku nd.example", "anna@ab--c.example", "anna@kund.example;", "a@b@c.example",
			"anna\\@kund.example", "anna@kund!.example" })
	void refusesWhatMailServersOrPeopleDont(String address) {
		assertThat(read(FieldType.EMAIL, address, SWEDISH)).isEqualTo(problem("email"));
	}

	@ParameterizedTest
	@CsvSource({ " anna@Kund.EXAMPLE ,anna@kund.example", "mailto:anna@kund.example,anna@kund.example",
			"anna@blåbär.example,anna@xn--blbr-noae.example", "anna@BLÅBÄR.example,anna@xn--blbr-noae.example",
			"info@straße.de,info@xn--strae-oqa.de", "anna@kund。example,anna@kund.example",
			"anna@例え.jp,anna@xn--r8jz45g.jp", "anna@fußß.de,anna@xn--fu-hiaa.de" })
	void writesTheDomainAsMailServersDo(String typed, String canonical) {
		assertThat(read(FieldType.EMAIL, typed, SWEDISH)).isEqualTo(canonical);
	}

	@Test
	void countsTheLocalPartTo64() {
		assertThat(read(FieldType.EMAIL, "a".repeat(64) + "@kund.example", SWEDISH)).isInstanceOf(String.class);
		assertThat(read(FieldType.EMAIL, "a".repeat(65) + "@kund.example", SWEDISH)).isEqualTo(problem("email"));
	}

	@Test
	void countsALabelTo63() {
		assertThat(read(FieldType.EMAIL, "a@" + "b".repeat(63) + ".example", SWEDISH)).isInstanceOf(String.class);
		assertThat(read(FieldType.EMAIL, "a@" + "b".repeat(64) + ".example", SWEDISH)).isEqualTo(problem("email"));
	}

	@Test
	void countsTheWholeTo254() {
		String domain = String.join(".", "b".repeat(62), "b".repeat(62), "c".repeat(55), "example");
		assertThat(domain).hasSize(189);
		assertThat(read(FieldType.EMAIL, "a".repeat(64) + "@" + domain, SWEDISH)).isInstanceOf(String.class);
		assertThat(read(FieldType.EMAIL, "a".repeat(64) + "@d." + domain, SWEDISH))
			.isEqualTo(problem("too-long", "max", "254"));
	}

	@Test
	void showsTheDomainAsItsOwnerWritesIt() {
		assertThat(FieldFormatter.show(field(FieldType.EMAIL), "anna@xn--blbr-noae.example", SWEDISH))
			.isEqualTo("anna@blåbär.example");
	}

	@Test
	void readsALongHostileAddressAtOnce() {
		assertThat(read(FieldType.EMAIL, "a.".repeat(90) + "@", SWEDISH)).isEqualTo(problem("email"));
	}

}
