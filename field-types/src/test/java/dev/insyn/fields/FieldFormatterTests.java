package dev.insyn.fields;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.insyn.fields.FieldFixtures.FINNISH;
import static dev.insyn.fields.FieldFixtures.SWEDISH;
import static dev.insyn.fields.FieldFixtures.field;
import static org.assertj.core.api.Assertions.assertThat;

class FieldFormatterTests {

	@ParameterizedTest
	@EnumSource(FieldType.class)
	void showsNoValueAsNothing(FieldType type) {
		assertThat(FieldFormatter.show(field(type), null, SWEDISH)).isEmpty();
		assertThat(FieldFormatter.edit(field(type), null, SWEDISH)).isEmpty();
	}

	/// A field's type may change after values were stored.
	@ParameterizedTest
	@EnumSource(FieldType.class)
	void showsWhatIsNotCanonicalAsItIs(FieldType type) {
		if (type != FieldType.YES_NO) {
			assertThat(FieldFormatter.show(field(type), "what's this?", SWEDISH)).isEqualTo("what's this?");
		}
	}

	@ParameterizedTest
	@CsvSource({ "sv,true,Ja", "sv,false,Nej", "en,true,Yes", "nb,false,Nei", "fi,true,Kyllä", "fi,false,Ei",
			"de,false,Nein", "da,false,Nej", "fr,true,Yes" })
	void showsYesAndNo(String language, String canonical, String shown) {
		assertThat(FieldFormatter.show(field(FieldType.YES_NO), canonical, Locale.of(language))).isEqualTo(shown);
	}

	@Test
	void showsChoicesByLabelAndEditsThemByValue() {
		assertThat(FieldFormatter.show(field(FieldType.CHOICE), "mtb", SWEDISH)).isEqualTo("Terrängcykling");
		assertThat(FieldFormatter.edit(field(FieldType.CHOICE), "mtb", SWEDISH)).isEqualTo("mtb");
		assertThat(FieldFormatter.show(field(FieldType.CHOICE), "mtb", FINNISH)).isEqualTo("Mountain biking");
		assertThat(FieldFormatter.show(field(FieldType.CHOICES), List.of("mtb", "road"), SWEDISH))
			.isEqualTo("Terrängcykling, Landsväg");
		assertThat(FieldFormatter.edit(field(FieldType.CHOICES), List.of("mtb", "road"), SWEDISH))
			.isEqualTo("mtb,road");
	}

	@Test
	void showsACountryInTheReadersLanguage() {
		assertThat(FieldFormatter.show(field(FieldType.COUNTRY), "DE", SWEDISH)).isEqualTo("Tyskland");
		assertThat(FieldFormatter.show(field(FieldType.COUNTRY), "DE", FINNISH)).isEqualTo("Saksa");
	}

	@Test
	void labelsAFieldInTheReadersLanguageElseInEnglish() {
		assertThat(field(FieldType.TEXT).label(SWEDISH)).isEqualTo("Fält");
		assertThat(field(FieldType.TEXT).label(FINNISH)).isEqualTo("Field");
	}

}
