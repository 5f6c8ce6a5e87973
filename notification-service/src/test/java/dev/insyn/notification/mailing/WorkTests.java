package dev.insyn.notification.mailing;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorkTests {

	private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

	private static final Share HELD = new Share("held", NOW.plusSeconds(1), List.of("anna"), false);

	private static final Share LEFT = new Share("left", NOW, List.of("bo"), false);

	@Test
	void aShareIsFreeWhenItsLeaseHasEnded() {
		assertThat(work(HELD).free(NOW)).isEmpty();
		assertThat(work(HELD, LEFT).free(NOW)).contains(LEFT);
		assertThat(work(HELD).free(NOW.plusSeconds(1))).contains(HELD);
	}

	@Test
	void othersAreAloneWithItWhenAllIsSharedOutAndNothingIsFree() {
		assertThat(work(HELD).isOthersAlone(NOW)).as("the audience goes on").isFalse();
		Work last = work().sharing(HELD, null);
		assertThat(last.listed()).isTrue();
		assertThat(last.isOthersAlone(NOW)).isTrue();
		assertThat(last.sharing(LEFT).isOthersAlone(NOW)).isFalse();
		assertThat(last.without("held").isOthersAlone(NOW)).isFalse();
	}

	@Test
	void whoTakesAShareOverHasAllItsContacts() {
		Work taken = work(LEFT).changing("left", (share) -> share.taken("mine", NOW.plusSeconds(9)));
		assertThat(taken.of("left")).isEmpty();
		assertThat(taken.of("mine")).hasValueSatisfying((mine) -> assertThat(mine.contacts()).containsExactly("bo"));
	}

	@Test
	void pausingKeepsWhatIsLeftToDo() {
		assertThat(work(HELD).looksAgain(null, null).shares()).containsExactly(HELD);
	}

	private static Work work(Share... shares) {
		Work work = Work.NONE;
		for (Share share : shares) {
			work = work.sharing(share);
		}
		return work;
	}

}
