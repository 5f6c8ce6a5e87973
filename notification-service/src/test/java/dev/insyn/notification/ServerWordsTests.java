package dev.insyn.notification;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ServerWordsTests {

	/// Red when what the server says is kept as it is.
	@ParameterizedTest
	@CsvSource(delimiter = ';', value = {
			"550 5.1.1 <anna.lindqvist@kund.example>: Recipient address rejected: User unknown in local recipient table; 550 5.1.1 […]: Recipient address rejected: User unknown in local recipient table",
			"550 No such user ANNA.LINDQVIST here; 550 No such user […] here",
			"550 5.7.1 Lindqvist, Anna has left the company; 550 5.7.1 […], […] has left the company",
			"552 5.2.2 Mailbox full; 552 5.2.2 Mailbox full",
			"554 Try other.person@elsewhere.example instead; 554 Try […] instead" })
	void saysWhatTheServerSaidWithoutWhoseItWas(String said, String kept) {
		assertThat(ServerWords.of(said, "anna.lindqvist@kund.example")).isEqualTo(kept);
	}

}
