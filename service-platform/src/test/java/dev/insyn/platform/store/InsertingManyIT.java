package dev.insyn.platform.store;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.insyn.platform.messaging.FakeBroker;
import dev.insyn.platform.messaging.FakeBroker.Mood;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.store.StoreFixture.Basket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.insyn.platform.store.StoreFixture.FJORDBOK;
import static dev.insyn.platform.store.StoreFixture.NORDCYKEL;
import static dev.insyn.platform.store.StoreFixture.filled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Many documents at once keep the promises of one: no event is lost, doubled without need, or overtaken by a later one of
/// its document. Goes red: without `finishOneByOne`, an event that came in meanwhile stays in its document; with events
/// sent after a refused insert, baskets that don't exist are told of.
class InsertingManyIT {

	private static final int MANY = 1500;

	private final TestClock clock = new TestClock();

	private final FakeBroker broker = new FakeBroker();

	private final StoreFixture store = StoreFixture.fresh(this.broker, this.clock);

	@AfterEach
	void close() {
		this.store.close();
	}

	@Test
	void eventsOfAllLeaveAndTheDocumentsAreClean() {
		this.store.baskets.insertAll(NORDCYKEL, baskets(MANY));

		Awaitility.await().untilAsserted(() -> assertThat(this.broker.confirmed()).hasSize(2 * MANY));
		for (int n = 0; n < MANY; n += 100) {
			assertThat(confirmedOf(n)).containsExactly("\"apple-" + n + "\"", "\"pear-" + n + "\"");
			awaitClean("b" + n);
		}
		assertThat(this.store.baskets.find(NORDCYKEL, "b7").orElseThrow().version()).isEqualTo(1);
		assertThat(this.store.baskets.find(FJORDBOK, "b7")).isEmpty();
	}

	@Test
	void whatACrashLeftIsSentByTheSweep() {
		this.broker.is(Mood.SILENT);
		this.store.baskets.insertAll(NORDCYKEL, baskets(50));
		FakeBroker alive = new FakeBroker();
		try (StoreFixture restarted = this.store.another(alive, this.clock)) {
			assertThat(restarted.outbox.sweep()).as("while the lease holds").isZero();
			this.clock.passes(StoreFixture.LEASE.plusSeconds(1));
			assertThat(restarted.outbox.sweep()).isEqualTo(100);
			awaitClean("b49");
		}
	}

	@Test
	void withoutABrokerAllIsWrittenAndToldLater() {
		this.broker.is(Mood.REFUSES);
		this.store.baskets.insertAll(NORDCYKEL, baskets(50));
		Awaitility.await().until(() -> !this.store.raw("b49").containsKey(Envelope.LEASE));
		assertThat(this.broker.confirmed()).isEmpty();
		this.broker.is(Mood.CONFIRMS);
		assertThat(this.store.outbox.sweep()).isEqualTo(100);
		assertThat(confirmedOf(49)).containsExactly("\"apple-49\"", "\"pear-49\"");
	}

	@Test
	void aWriteInTheMiddleIsToldAfterWhatWasWrittenBefore() {
		this.broker.takesItsTime(Duration.ofMillis(20));
		this.store.baskets.insertAll(NORDCYKEL, baskets(100));
		this.store.baskets.change(NORDCYKEL, "b99", (basket) -> filled(basket, "plum-99"));
		this.broker.takesItsTime(Duration.ZERO);

		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(
					() -> assertThat(confirmedOf(99)).containsExactly("\"apple-99\"", "\"pear-99\"", "\"plum-99\""));
		awaitClean("b99");
		awaitClean("b98");
	}

	@Test
	void aTakenIdIsRefusedAndOnlyWhatWasWrittenIsTold() {
		this.store.baskets.insert(NORDCYKEL, "b7", Change.of(Basket.empty("taken")));
		assertThatExceptionOfType(AlreadyExists.class)
			.isThrownBy(() -> this.store.baskets.insertAll(NORDCYKEL, baskets(10)));
		this.clock.passes(StoreFixture.LEASE.plusSeconds(1));
		this.store.outbox.sweep();
		assertThat(confirmedOf(7)).isEmpty();
		assertThat(confirmedOf(3)).containsExactly("\"apple-3\"", "\"pear-3\"");
	}

	private static Map<String, Change<Basket>> baskets(int count) {
		Map<String, Change<Basket>> baskets = new LinkedHashMap<>();
		IntStream.range(0, count)
			.forEach((n) -> baskets.put("b" + n,
					Change.of(Basket.empty("n" + n)).with(event("apple-" + n)).with(event("pear-" + n))));
		return baskets;
	}

	private static OutgoingEvent event(String fruit) {
		return filled(Basket.empty("1"), fruit).events().getFirst();
	}

	private List<String> confirmedOf(int number) {
		return this.broker.confirmed().stream().filter((body) -> body.endsWith("-" + number + "\"")).toList();
	}

	private void awaitClean(String id) {
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.store.raw(id)).doesNotContainKeys(Envelope.PENDING,
					Envelope.PENDING_SINCE, Envelope.LEASE));
	}

}
