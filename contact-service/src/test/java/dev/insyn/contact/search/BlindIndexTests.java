package dev.insyn.contact.search;

import java.util.List;

import dev.insyn.contact.keys.TenantKeyForTests;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What is found, and what the index gives away.
class BlindIndexTests {

	private final BlindIndex index = new BlindIndex(TenantKeyForTests.of("nordcykel"));

	private final List<String> asa = this.index.codes(List.of("Åsa", "Björk-Lindqvist", "asa@kund.example"),
			List.of("+46701234567"));

	@Test
	void findsByWordsAndTheirBeginnings() {
		assertThat(this.asa).containsAll(this.index.query("Åsa"))
			.containsAll(this.index.query("ASA bjork"))
			.containsAll(this.index.query("lindq"))
			.containsAll(this.index.query("asa@kund.example"));
	}

	@Test
	void findsByPhoneHoweverItIsWritten() {
		assertThat(this.asa).containsAll(this.index.query("070-123 45 67"))
			.containsAll(this.index.query("+46 (0)70 1234567"));
	}

	@Test
	void findsNoneByWhatIsNotThere() {
		assertThat(this.asa).doesNotContainAnyElementsOf(this.index.query("lindgren"))
			.doesNotContainAnyElementsOf(this.index.query("070-123 45 68"));
	}

	@Test
	void asksForNothingWithoutAWord() {
		assertThat(this.index.query(" -- ")).isEmpty();
	}

	/// Red when a code is made without the tenant's key.
	@Test
	void aWordHasAnotherCodeForEachTenant() {
		assertThat(new BlindIndex(TenantKeyForTests.of("fjordbok")).query("lindqvist"))
			.doesNotContainAnyElementsOf(this.index.query("lindqvist"));
	}

	@Test
	void codesHaveOneLengthWhateverTheWord() {
		assertThat(this.asa).allSatisfy((code) -> assertThat(code).hasSize(12));
	}

}
