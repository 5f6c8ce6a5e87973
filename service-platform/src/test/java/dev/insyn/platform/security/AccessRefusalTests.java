package dev.insyn.platform.security;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import dev.insyn.events.UserAccessRefused;
import dev.insyn.platform.messaging.EventSender;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// That a user was refused is told, without the refusal waiting or failing for it, and not as often as one likes.
class AccessRefusalTests {

	private static final JsonMapper json = JsonMapper.builder().build();

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneOffset.UTC);

	private final List<OutgoingEvent> sent = new CopyOnWriteArrayList<>();

	@Test
	void writesUserAccessRefusedAsAgreed() throws IOException {
		refuse(new AccessRefusalMessaging(this.sent::add, CLOCK), "c7nuf6gb7dqg50tnn8ajmkd0i0");
		OutgoingEvent event = awaitSent(1).getFirst();
		try (InputStream sample = Objects
			.requireNonNull(UserAccessRefused.class.getResourceAsStream("/samples/" + event.type() + ".json"))) {
			assertThat((JsonNode) json.readTree(json.writeValueAsBytes(event.body()))).isEqualTo(json.readTree(sample));
		}
		assertThat(event.partitionKey()).isEqualTo("nordcykel:c7nuf6gb7dqg50tnn8ajmkd0i0");
	}

	/// Red when the event is sent by the thread that answers.
	@Test
	@Timeout(10)
	void doesNotWaitForABrokerThatDoesNotAnswer() throws InterruptedException {
		CountDownLatch never = new CountDownLatch(1);
		AccessRefusalMessaging messaging = new AccessRefusalMessaging((_) -> await(never), CLOCK);
		for (int i = 0; i < 2000; i++) {
			refuse(messaging, "user-" + i);
		}
		never.countDown();
		messaging.destroy();
	}

	@Test
	void goesOnAfterAFailure() {
		EventSender failing = (event) -> {
			this.sent.add(event);
			throw new IllegalStateException("away");
		};
		AccessRefusalMessaging messaging = new AccessRefusalMessaging(failing, CLOCK);
		refuse(messaging, "one");
		refuse(messaging, "two");
		assertThat(awaitSent(2)).hasSize(2);
	}

	/// Red without the throttle.
	@Test
	void tellsTenAMinuteOfOneUserAndThenHowManyMore() {
		MovingClock clock = new MovingClock();
		AccessRefusalMessaging messaging = new AccessRefusalMessaging(this.sent::add, clock);
		for (int i = 0; i < 100; i++) {
			refuse(messaging, "busy");
		}
		refuse(messaging, "calm");
		assertThat(awaitSent(11)).hasSize(11);
		clock.now = clock.now.plus(Duration.ofSeconds(61));
		refuse(messaging, "busy");
		assertThat(((UserAccessRefused) awaitSent(12).getLast().body()).untold()).isEqualTo(90);
	}

	private static void refuse(AccessRefusalMessaging messaging, String user) {
		messaging.tell(new UserCaller(new TenantId("nordcykel"), user, 10, "Karin", "sv", "session"), "POST",
				"/admin/pages/{page}", 99);
	}

	private List<OutgoingEvent> awaitSent(int number) {
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> this.sent.size() >= number);
		return this.sent;
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static final class MovingClock extends Clock {

		private Instant now = CLOCK.instant();

		@Override
		public java.time.ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
