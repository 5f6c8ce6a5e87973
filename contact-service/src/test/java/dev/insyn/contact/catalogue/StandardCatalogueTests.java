package dev.insyn.contact.catalogue;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldType;
import dev.insyn.fields.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// What every tenant begins with.
class StandardCatalogueTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private static final String[] LANGUAGES = { "sv", "en", "nb", "da", "fi", "de" };

	private static final FieldCatalogue catalogue = catalogue("SE");

	static Stream<FieldDefinition> fields() {
		return catalogue.fields().stream();
	}

	/// Art. 5 and 30 of the GDPR: nothing is stored without a purpose, a basis and an
	/// end.
	@ParameterizedTest
	@MethodSource("fields")
	void saysWhatWhyAndForHowLongInEveryLanguage(FieldDefinition field) {
		assertThat(field.labels()).containsOnlyKeys(LANGUAGES);
		assertThat(field.purpose()).containsOnlyKeys(LANGUAGES);
		assertThat(field.choices()).allSatisfy((choice) -> assertThat(choice.labels()).containsOnlyKeys(LANGUAGES));
		assertThat(field.legalBasis()).isIn("contract", "consent", "legal-obligation", "legitimate-interest", "vital",
				"public");
		assertThat(Period.parse(field.retention()).toTotalMonths()).isPositive();
	}

	@Test
	void hasAFieldOfEachType() {
		assertThat(catalogue.fields()).extracting(FieldDefinition::type).contains(FieldType.values());
	}

	@Test
	void readsAPhoneAsTheTenantsCountryDialsIt() {
		assertThat(catalogue("NO").read(Map.of("phone", "22 12 34 56"), Locale.ROOT).values()).containsEntry("phone",
				"+4722123456");
	}

	@Test
	void nobodyIsBornTomorrow() {
		assertThat(catalogue.read(Map.of("birth-date", "2026-11-23"), Locale.ROOT).problems())
			.containsOnlyKeys("birth-date");
		assertThat(catalogue.read(Map.of("birth-date", "2026-11-22"), Locale.ROOT).problems()).isEmpty();
	}

	@Test
	void separatesWhatAFieldTakesFromWhatItDoesNot() {
		FieldCatalogue.Read read = catalogue.read(Map.of("email", "not an address", "shoe-size", "38", "country", "SE"),
				Locale.ROOT);

		assertThat(read.values()).isEqualTo(Map.of("country", "SE"));
		assertThat(read.problems().keySet()).isEqualTo(Set.of("email", "shoe-size"));
		assertThat(read.problems()).containsEntry("shoe-size",
				new Reading.Problem(FieldCatalogue.UNKNOWN_FIELD, Map.of()));
	}

	private static FieldCatalogue catalogue(String country) {
		return FieldCatalogue.of(FieldCatalogues.standard(new JsonMapper()).catalogue(), TODAY, country);
	}

}
