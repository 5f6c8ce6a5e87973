package dev.insyn.contact.segment;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EvaluationTests {

	/// Red when what was found so far is shown as if it were all.
	@ParameterizedTest
	@CsvSource({ "2431,0.05,49000", "512,0.5,1000", "100,0.01,10000", "99999,0.999,100000", "100,1,100" })
	void saysHowManyThereWillBe(long matched, double looked, long likely) {
		assertThat(running(matched, looked).likely()).hasValue(likely);
	}

	@ParameterizedTest
	@CsvSource({ "99,0.5", "5000,0.009", "0,0", "0,1" })
	void saysNothingAfterTooFew(long matched, double looked) {
		assertThat(running(matched, looked).likely()).isEmpty();
	}

	private static Evaluation.Standing running(long matched, double looked) {
		return new Evaluation.Standing(Evaluation.State.RUNNING, matched, looked, List.of());
	}

}
