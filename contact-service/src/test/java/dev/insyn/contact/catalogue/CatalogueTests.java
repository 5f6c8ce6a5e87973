package dev.insyn.contact.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.insyn.platform.errors.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.insyn.contact.catalogue.CatalogueFixtures.colour;
import static dev.insyn.contact.catalogue.CatalogueFixtures.shoeSize;
import static dev.insyn.contact.catalogue.CatalogueFixtures.standardWith;
import static dev.insyn.contact.catalogue.CatalogueFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// What may become of a catalogue. Each refusal goes red without its check in [Catalogue].
class CatalogueTests {

	@Test
	void givesEachChangeAVersionOfItsOwn() {
		Catalogue catalogue = standardWith(shoeSize());
		long first = catalogue.get("shoe-size").version();

		Catalogue changed = catalogue.changedTo(with(shoeSize(), (field) -> field.put("retention", "P1Y")).field());

		assertThat(changed.get("shoe-size").version()).isGreaterThan(first);
		assertThat(changed.get("email").version()).isEqualTo(catalogue.get("email").version());
	}

	/// Else a version seen before the deletion would fit the new field.
	@Test
	void neverUsesAVersionAgain() {
		Catalogue catalogue = standardWith(shoeSize());

		Catalogue again = catalogue.without("shoe-size").with(shoeSize().field());

		assertThat(again.get("shoe-size").version()).isGreaterThan(catalogue.get("shoe-size").version());
	}

	@Test
	void refusesAKeyThatIsTaken() {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> standardWith(shoeSize()).with(shoeSize().field()))
			.satisfies((problem) -> assertThat(problem.status().value()).isEqualTo(409));
	}

	@Test
	void keepsTheTypeOfAFieldWithValues() {
		CatalogueField text = with(shoeSize(), (field) -> {
			field.remove("rules");
			return field.put("type", "TEXT");
		}).field();

		assertThat(standardWith(shoeSize()).changedTo(text).get("shoe-size").field().type()).hasToString("TEXT");
		assertThatExceptionOfType(InvalidField.class)
			.isThrownBy(() -> standardWith(shoeSize(), "shoe-size").changedTo(text))
			.satisfies((invalid) -> assertThat(invalid.objections()).extracting(Objection::code)
				.containsExactly("has-values"));
	}

	@Test
	void keepsAChoiceThatSomebodyMadeButLetsItRetire() {
		Catalogue catalogue = standardWith(colour("red", "green"), "colour", "colour=red");
		CatalogueField retired = with(colour("red", "green"), (field) -> {
			((tools.jackson.databind.node.ObjectNode) field.get("choices").get(0)).put("retired", true);
			return field;
		}).field();

		assertThat(catalogue.changedTo(colour("red").field()).get("colour").field().choices()).hasSize(1);
		assertThatExceptionOfType(InvalidField.class).isThrownBy(() -> catalogue.changedTo(colour("green").field()))
			.satisfies((invalid) -> assertThat(invalid.objections()).extracting(Objection::code)
				.containsExactly("choice-in-use"));
		assertThat(catalogue.changedTo(retired).get("colour").field().choices().getFirst().offered()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "first-name", "last-name", "email" })
	void keepsTheFieldsThatCodeReliesOn(String key) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> standardWith(shoeSize()).without(key))
			.satisfies((problem) -> assertThat(problem.type()).endsWith("standard-field"));
	}

	@Test
	void deletesOnlyAFieldThatNobodyHadAValueIn() {
		assertThat(standardWith(shoeSize()).without("shoe-size").find("shoe-size")).isEmpty();
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> standardWith(shoeSize(), "shoe-size").without("shoe-size"))
			.satisfies((problem) -> assertThat(problem.type()).endsWith("field-has-values"));
	}

	@Test
	void holdsThreeHundredFieldsAndNoMore() {
		List<Catalogue.Entry> many = new ArrayList<>();
		for (int i = 0; i < Catalogue.MOST_FIELDS; i++) {
			String key = "field-" + i;
			many.add(new Catalogue.Entry(with(shoeSize(), (field) -> field.put("key", key)).field(), i));
		}

		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> new Catalogue(many, 300, Set.of()).with(shoeSize().field()))
			.satisfies((problem) -> assertThat(problem.members()).containsEntry("max", 300));
	}

	/// So that no catalogue outgrows a document.
	@Test
	void holdsAMillionLettersAndNoMore() {
		List<Catalogue.Entry> many = new ArrayList<>();
		String[] wordy = java.util.stream.IntStream.range(0, 200)
			.mapToObj((i) -> "c".repeat(50) + i)
			.toArray(String[]::new);
		for (int i = 0; i < 50; i++) {
			String key = "field-" + i;
			many.add(new Catalogue.Entry(with(colour(wordy), (field) -> field.put("key", key)).field(), i));
		}

		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> new Catalogue(many, 50, Set.of()).with(shoeSize().field()))
			.satisfies((problem) -> assertThat(problem.type()).endsWith("catalogue-too-large"));
	}

	@Test
	void restsAndComesBackAsItWas() {
		Catalogue catalogue = standardWith(colour("red", "green"), "colour", "colour=red");

		assertThat(StoredCatalogue.of(catalogue).catalogue()).isEqualTo(catalogue);
	}

	/// What was written before versions and uses were kept.
	@Test
	void readsACatalogueOfTheFirstKind() {
		Catalogue catalogue = new StoredCatalogue(FieldCatalogues.standard(CatalogueFixtures.JSON).fields(), null, null)
			.catalogue();

		assertThat(catalogue.revision()).isZero();
		assertThat(catalogue.get("email").field().sensitivity()).isEqualTo(Sensitivity.NORMAL);
	}

}
