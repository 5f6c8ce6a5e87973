package dev.insyn.platform.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.insyn.platform.messaging.FakeBroker;
import dev.insyn.platform.messaging.FakeBroker.Mood;
import dev.insyn.platform.store.StoreFixture.Basket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.mongodb.core.query.Criteria;

import static dev.insyn.platform.store.StoreFixture.NORDCYKEL;
import static dev.insyn.platform.store.StoreFixture.filled;
import static org.assertj.core.api.Assertions.assertThat;

/// Many documents changed in one request keep the promises of one. Goes red: with the events of all sent where somebody was
/// quicker, a change is told that was never made, or told twice.
class ChangingManyIT {

	private static final Criteria EMPTY = Criteria.where("fruits").is(List.of());

	private final TestClock clock = new TestClock();

	private final FakeBroker broker = new FakeBroker();

	private final StoreFixture store = StoreFixture.fresh(this.broker, this.clock);

	@AfterEach
	void close() {
		this.store.close();
	}

	@Test
	void changesAllByAndByAndTellsOfEachOnce() {
		insert(700);
		assertThat(change((basket) -> basket)).isEqualTo(500);
		assertThat(change((basket) -> basket)).isEqualTo(200);
		assertThat(change((basket) -> basket)).isZero();
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.broker.confirmed()).hasSize(700).doesNotHaveDuplicates());
		awaitClean("b699");
		assertThat(this.store.baskets.find(NORDCYKEL, "b699").orElseThrow().version()).isEqualTo(2);
	}

	@Test
	void whoIsQuickerIsNotOverwrittenAndEachIsToldOnce() {
		insert(20);
		AtomicBoolean raced = new AtomicBoolean();
		int changed = change((basket) -> {
			if (basket.state().number().equals("n7") && raced.compareAndSet(false, true)) {
				this.store.baskets.change(NORDCYKEL, "b7", (quick) -> filled(quick, "quick-7"));
			}
			return basket;
		});
		assertThat(changed).isEqualTo(20);
		assertThat(this.store.baskets.find(NORDCYKEL, "b7").orElseThrow().state().fruits()).containsExactly("quick-7",
				"plum-n7");
		Awaitility.await().untilAsserted(() -> assertThat(this.broker.confirmed()).hasSize(21).doesNotHaveDuplicates());
		awaitClean("b7");
		awaitClean("b8");
	}

	@Test
	void withoutABrokerAllIsChangedAndToldLater() {
		insert(10);
		this.broker.is(Mood.REFUSES);
		this.store.baskets.change(NORDCYKEL, "b9", (basket) -> filled(basket, "first-9"));
		Awaitility.await().until(() -> !this.store.outbox.sendsAtOnce());
		assertThat(change((basket) -> basket)).isEqualTo(9);
		assertThat(this.broker.confirmed()).isEmpty();
		this.broker.is(Mood.CONFIRMS);
		this.clock.passes(StoreFixture.LEASE.plusSeconds(1));
		this.store.outbox.sweep();
		assertThat(this.broker.confirmed()).hasSize(10).doesNotHaveDuplicates();
	}

	private int change(Function<Stored<Basket>, Stored<Basket>> before) {
		return this.store.baskets.changeSome(NORDCYKEL, EMPTY, (basket) -> {
			Basket state = before.apply(basket).state();
			return filled(state, "plum-" + state.number());
		});
	}

	private void insert(int count) {
		Map<String, Change<Basket>> baskets = new LinkedHashMap<>();
		IntStream.range(0, count).forEach((n) -> baskets.put("b" + n, Change.of(Basket.empty("n" + n))));
		this.store.baskets.insertAll(NORDCYKEL, baskets);
	}

	private void awaitClean(String id) {
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.store.raw(id)).doesNotContainKeys(Envelope.PENDING,
					Envelope.PENDING_SINCE, Envelope.LEASE));
	}

}
