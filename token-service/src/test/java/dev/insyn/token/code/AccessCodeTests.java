package dev.insyn.token.code;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import dev.insyn.events.AccessCodeRequested;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// When a code works, how many a contact gets, and what is told.
class AccessCodeTests {

	private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

	private static final int TRIES = 5;

	private static final AccessCodeSettings SETTINGS = new AccessCodeSettings(Duration.ofMinutes(10), TRIES,
			Duration.ofMinutes(1), 10);

	private final AccessCode code = AccessCode.asked(Purpose.LINK, "P05", "sv", NOW, Duration.ofMinutes(10))
		.sentTo(List.of("k3v5q7w2m4n6p8r2t4x6z2b4c6"));

	@Test
	void worksForTenMinutes() {
		assertThat(enter(this.code, true, 599)).isEqualTo(Entered.RIGHT);
		assertThat(enter(this.code, true, 600)).isEqualTo(Entered.EXPIRED);
	}

	@Test
	void worksOnceButForADoubleClick() {
		AccessCode entered = this.code.enter(true, NOW, TRIES).after();
		assertThat(enter(entered, true, 9)).isEqualTo(Entered.RIGHT);
		assertThat(enter(entered, true, 11)).isEqualTo(Entered.EXPIRED);
		assertThat(entered.isOpen(NOW, TRIES)).isFalse();
	}

	/// What a code was for has begun; whoever closes it makes sure that a second press
	/// begins
	/// nothing more. To go red when closing leaves it open for its ten minutes.
	@Test
	void isOverTenSecondsAfterWhatItWasForHasBegun() {
		AccessCode closed = this.code.enter(true, NOW, TRIES).after().closed(NOW.plusSeconds(5));
		assertThat(enter(closed, true, 9)).isEqualTo(Entered.RIGHT);
		assertThat(enter(closed, true, 11)).isEqualTo(Entered.EXPIRED);
		assertThat(enter(closed, true, 15)).isEqualTo(Entered.EXPIRED);
		assertThat(closed.expires()).isEqualTo(NOW.plusSeconds(15));
		assertThat(closed.isOpen(NOW.plusSeconds(6), TRIES)).isFalse();
		assertThat(this.code.enter(true, NOW.plusSeconds(595), TRIES).after().closed(NOW.plusSeconds(598)).expires())
			.as("no longer than it would have worked")
			.isEqualTo(this.code.expires());
	}

	@Test
	void isSentAtMostTenTimesADayAndAMinuteApart() {
		CodesOfContact codes = CodesOfContact.NONE;
		Instant now = NOW;
		for (int i = 0; i < 10; i++) {
			assertThat(codes.wait(SETTINGS, now)).isZero();
			codes = codes.another(now);
			assertThat(codes.wait(SETTINGS, now.plusSeconds(50))).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
			now = now.plusSeconds(60);
		}
		assertThat(codes.wait(SETTINGS, now)).isEqualTo(Duration.between(now, NOW.plus(Duration.ofDays(1))));
		assertThat(codes.wait(SETTINGS, NOW.plus(Duration.ofDays(1)))).isZero();
	}

	@Test
	void isToldAsAgreed() throws IOException {
		OutgoingEvent event = AccessCodeMessaging.requested(new TenantId("nordcykel"), "Q2hhbGxlbmdlQnlBQ29kZQ",
				this.code, NOW);
		try (InputStream sample = Objects
			.requireNonNull(AccessCodeRequested.class.getResourceAsStream("/samples/access-code.requested.v1.json"))) {
			JsonMapper json = JsonMapper.shared();
			assertThat((JsonNode) json.valueToTree(event.body())).isEqualTo(json.readTree(sample));
		}
		assertThat(event.partitionKey()).isEqualTo("nordcykel:k3v5q7w2m4n6p8r2t4x6z2b4c6");
	}

	private static Entered enter(AccessCode code, boolean same, int afterSeconds) {
		return code.enter(same, NOW.plusSeconds(afterSeconds), TRIES).outcome();
	}

}
