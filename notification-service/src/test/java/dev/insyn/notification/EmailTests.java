package dev.insyn.notification;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EmailTests {

	private static final Instant NOW = NotificationFixtures.FRIDAY_EVENING;

	private final Email queued = Email.queued(EmailKind.PAGE_USED, NotificationFixtures.use("phone"), "recipient", NOW);

	@Test
	void isDueAsSoonAsItIsQueued() {
		assertThat(this.queued.due(NOW)).isTrue();
	}

	@Test
	void belongsToWhoTookItUntilTheLeaseEnds() {
		Email taken = this.queued.taken(NOW, Duration.ofSeconds(90));
		assertThat(taken.due(NOW.plusSeconds(89))).isFalse();
		assertThat(taken.due(NOW.plusSeconds(90))).isTrue();
		assertThat(taken.attempts()).isEqualTo(1);
	}

	@Test
	void isNeverDueAgainOnceItIsSentOrFailed() {
		Instant later = NOW.plus(Duration.ofDays(100));
		assertThat(this.queued.sent(NOW).due(later)).isFalse();
		assertThat(this.queued.failed("recipient-refused", NOW).due(later)).isFalse();
	}

	@Test
	void waitsWhenPostponed() {
		Email postponed = this.queued.postponed(NOW.plusSeconds(60), "mail-server-away");
		assertThat(postponed.due(NOW.plusSeconds(59))).isFalse();
		assertThat(postponed.waiting()).isTrue();
		assertThat(postponed.reason()).isEqualTo("mail-server-away");
	}

}
