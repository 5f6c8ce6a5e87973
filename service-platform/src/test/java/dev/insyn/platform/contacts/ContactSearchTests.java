package dev.insyn.platform.contacts;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContactSearchTests {

	/// Red when the list is empty while somebody types the second word.
	@ParameterizedTest
	@CsvSource({ "erik, erik", "erik l, erik", "erik li, erik", "erik lin, erik lin", "al, al", "' erik  l ', erik" })
	void leavesOutAWordJustBegun(String typed, String searched) {
		assertThat(ContactSearch.searched(typed)).isEqualTo(searched);
	}

}
