package dev.insyn.page.waiting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContactQueueTests {

	private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

	private final ContactQueue queue = ContactQueue.empty().add(update("first"), NOW).add(update("second"), NOW);

	@Test
	void keepsTheOrderAndTakesTheSameUpdateOnce() {
		ContactQueue again = this.queue.add(update("first"), NOW);
		assertThat(again.waiting()).extracting(WaitingUpdate::key).containsExactly("first", "second");
	}

	/// Red when `isFree` does not look at the lease: two instances would then work on the
	/// same queue.
	@Test
	void belongsToOneDelivererUntilItsLeaseEnds() {
		ContactQueue leased = this.queue.lease(NOW.plusSeconds(30));
		assertThat(this.queue.isFree(NOW)).isTrue();
		assertThat(leased.isFree(NOW.plusSeconds(29))).isFalse();
		assertThat(leased.isFree(NOW.plusSeconds(31))).isTrue();
	}

	@Test
	void waitsLongerAfterEveryTryButNeverMoreThanAMinute() {
		ContactQueue tried = this.queue;
		Duration longest = Duration.ZERO;
		for (int i = 0; i < 20; i++) {
			tried = tried.postponed(NOW);
			Duration pause = Duration.between(NOW, java.util.Objects.requireNonNull(tried.due()));
			assertThat(pause).isGreaterThanOrEqualTo(longest).isLessThanOrEqualTo(Duration.ofMinutes(1));
			longest = pause;
		}
		assertThat(longest).isEqualTo(Duration.ofMinutes(1));
		assertThat(tried.isFree(NOW.plusSeconds(59))).isFalse();
	}

	@Test
	void isIdleWhenEverythingIsDeliveredAndTold() {
		ContactQueue done = this.queue.delivered("first", NOW).refused(update("second"), "field-conflict", NOW);
		assertThat(done.idleSince()).as("there is something to tell").isNull();
		assertThat(done.due()).isNull();
		assertThat(done.told("P06", NOW).idleSince()).isNull();
		assertThat(done.told("P05", NOW).idleSince()).isEqualTo(NOW);
	}

	@Test
	void isNotIdleAnyMoreWhenSomethingComes() {
		ContactQueue idle = this.queue.delivered("first", NOW).delivered("second", NOW);
		assertThat(idle.idleSince()).isEqualTo(NOW);
		assertThat(idle.add(update("third"), NOW).idleSince()).isNull();
	}

	/// Also what was delivered before it came: it followed that through the one between.
	@Test
	void tellsOfEachUpdateWhichOnesItCouldNotSee() {
		ContactQueue later = this.queue.delivered("first", NOW).add(update("third"), NOW);
		assertThat(later.waiting()).extracting(WaitingUpdate::follows)
			.containsExactly(List.of("first"), List.of("first", "second"));
	}

	@Test
	void countsFailuresFromTheFirstOfAnUnbrokenRow() {
		Duration limit = Duration.ofDays(3);
		ContactQueue failing = this.queue.failed(NOW).failed(NOW.plus(Duration.ofDays(2)));
		assertThat(failing.hasFailedFor(limit, NOW.plus(limit).minusSeconds(1))).isFalse();
		assertThat(failing.hasFailedFor(limit, NOW.plus(limit))).isTrue();
		assertThat(failing.postponed(NOW).hasFailedFor(limit, NOW.plus(limit))).as("an outage in between").isFalse();
		assertThat(failing.delivered("first", NOW).hasFailedFor(limit, NOW.plus(limit))).as("the next one").isFalse();
	}

	private static WaitingUpdate update(String key) {
		return new WaitingUpdate(key, "P05", "link", NOW, "sealed", List.of("phone"), List.of());
	}

}
