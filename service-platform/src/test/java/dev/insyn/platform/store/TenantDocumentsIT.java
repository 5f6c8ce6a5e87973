package dev.insyn.platform.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.insyn.platform.messaging.FakeBroker;
import dev.insyn.platform.store.StoreFixture.Basket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

import static dev.insyn.platform.store.StoreFixture.FJORDBOK;
import static dev.insyn.platform.store.StoreFixture.NORDCYKEL;
import static dev.insyn.platform.store.StoreFixture.filled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/// The tenancy claims were seen red with `scoped` leaving out the tenant and with plain ids as `_id`; the effects' ones
/// with `APPLIED` not read; the race with the version left out of the write's condition.
class TenantDocumentsIT {

	private final StoreFixture store = StoreFixture.fresh(new FakeBroker(), new TestClock());

	private final TenantDocuments<Basket> baskets = this.store.baskets;

	@AfterEach
	void close() {
		this.store.close();
	}

	@Test
	void noQueryReachesAnotherTenant() {
		this.baskets.insert(NORDCYKEL, "same", Change.of(Basket.empty("1").with("apple")));
		this.baskets.insert(FJORDBOK, "same", Change.of(Basket.empty("2").with("apple")));
		Criteria everything = new Criteria().orOperator(Criteria.where("number").is("1"),
				Criteria.where("number").is("2"), Criteria.where("_tenant").is("fjordbok"));
		assertThat(this.baskets.find(NORDCYKEL, "same").orElseThrow().state().number()).isEqualTo("1");
		assertThat(this.baskets.find(NORDCYKEL, everything, Sort.unsorted(), 0)).extracting((found) -> found.tenant())
			.containsExactly(NORDCYKEL);
		assertThat(this.baskets.find(NORDCYKEL, Criteria.where("_id").in("same", "fjordbok:same"), Sort.unsorted(), 0))
			.hasSize(1);
		assertThat(this.baskets.find(NORDCYKEL, Criteria.where("id").is("same"), Sort.unsorted(), 0)).hasSize(1);
		assertThat(this.baskets.count(NORDCYKEL, new Criteria())).isEqualTo(1);
		List<Stored<Basket>> streamed = new ArrayList<>();
		this.baskets.forEach(NORDCYKEL, streamed::add);
		assertThat(streamed).hasSize(1);
		assertThat(this.baskets.delete(NORDCYKEL, "fjordbok:same")).isFalse();
		assertThat(this.baskets.find(FJORDBOK, "same")).isPresent();
	}

	/// Red when the id is looked up as it comes.
	@Test
	void noIdReachesAnotherTenant() {
		this.baskets.insert(NORDCYKEL, "apples", Change.of(Basket.empty("1")));
		this.baskets.insert(NORDCYKEL, "pears", Change.of(Basket.empty("2")));
		this.baskets.insert(FJORDBOK, "apples", Change.of(Basket.empty("3")));

		assertThat(this.baskets.findAll(NORDCYKEL, List.of("apples", "pears", "fjordbok:apples")))
			.extracting((found) -> found.state().number())
			.containsExactlyInAnyOrder("1", "2");
		assertThat(this.baskets.findAll(NORDCYKEL, List.of())).isEmpty();
	}

	/// Red when the property's own name is sorted by, under which nothing is stored:
	/// whoever
	/// walks in slices would then miss some.
	@Test
	void sortsByTheId() {
		List.of("b", "c", "a").forEach((id) -> this.baskets.insert(NORDCYKEL, id, Change.of(Basket.empty(id))));
		assertThat(this.baskets.find(NORDCYKEL, new Criteria(), Sort.by(Sort.Direction.DESC, "id"), 0))
			.extracting(Stored::id)
			.containsExactly("c", "b", "a");
	}

	@Test
	void criteriaCannotNameATenant() {
		assertThatIllegalArgumentException().isThrownBy(
				() -> this.baskets.find(NORDCYKEL, Criteria.where("_tenant").is("fjordbok"), Sort.unsorted(), 0));
	}

	@Test
	void anIdIsTakenOncePerTenant() {
		this.baskets.insert(NORDCYKEL, "b", Change.of(Basket.empty("1")));
		assertThatExceptionOfType(AlreadyExists.class)
			.isThrownBy(() -> this.baskets.insert(NORDCYKEL, "b", Change.of(Basket.empty("2"))));
	}

	@Test
	void aUniqueValueIsTakenOncePerTenant() {
		this.store.indexes.start();
		this.baskets.insert(NORDCYKEL, "a", Change.of(Basket.empty("1")));
		this.baskets.insert(FJORDBOK, "a", Change.of(Basket.empty("1")));
		Awaitility.await().untilAsserted(() -> {
			this.baskets.delete(NORDCYKEL, "b");
			assertThatExceptionOfType(AlreadyExists.class)
				.isThrownBy(() -> this.baskets.insert(NORDCYKEL, "b", Change.of(Basket.empty("1"))));
		});
		this.store.indexes.stop();
	}

	@Test
	void changingWhatIsNotThereSaysSo() {
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> this.baskets.change(NORDCYKEL, "none", Change::unchanged));
	}

	@Test
	void racingChangesAreAllKept() throws Exception {
		this.baskets.insert(NORDCYKEL, "b", Change.of(Basket.empty("1")));
		try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
			List<Callable<Stored<Basket>>> changes = IntStream.range(0, 64)
				.<Callable<Stored<Basket>>>mapToObj((n) -> () -> this.baskets.change(NORDCYKEL, "b",
						(basket) -> Change.of(basket.with("fruit" + n))))
				.toList();
			for (Future<Stored<Basket>> done : writers.invokeAll(changes)) {
				done.get();
			}
		}
		Stored<Basket> after = this.baskets.find(NORDCYKEL, "b").orElseThrow();
		assertThat(after.state().fruits()).hasSize(64).doesNotHaveDuplicates();
		assertThat(after.version()).isEqualTo(65);
	}

	@Test
	void anEffectIsAppliedOnce() {
		this.baskets.insert(NORDCYKEL, "b", Change.of(Basket.empty("1")));
		Applied<Basket> first = this.baskets.changeOnce(NORDCYKEL, "b", "e1", (basket) -> filled(basket, "apple"));
		Applied<Basket> again = this.baskets.changeOnce(NORDCYKEL, "b", "e1", (basket) -> filled(basket, "apple"));
		assertThat(first.alreadyApplied()).isFalse();
		assertThat(again.alreadyApplied()).isTrue();
		assertThat(again.stored().state().fruits()).containsExactly("apple");
		assertThat(again.stored().version()).isEqualTo(2);
	}

	@Test
	void anEffectThatCreatesIsAppliedOnceUnderARace() throws Exception {
		try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
			List<Callable<Applied<Basket>>> same = IntStream.range(0, 16)
				.<Callable<Applied<Basket>>>mapToObj((_) -> () -> this.baskets.upsertOnce(NORDCYKEL, "b", "e1",
						(basket) -> filled(basket.orElse(Basket.empty("1")), "apple")))
				.toList();
			int applied = 0;
			for (Future<Applied<Basket>> done : writers.invokeAll(same)) {
				applied += done.get().alreadyApplied() ? 0 : 1;
			}
			assertThat(applied).isEqualTo(1);
		}
		assertThat(this.baskets.find(NORDCYKEL, "b").orElseThrow().state().fruits()).containsExactly("apple");
	}

	@Test
	void aHundredEffectsAreRemembered() {
		this.baskets.insert(NORDCYKEL, "b", Change.of(Basket.empty("1")));
		for (int n = 0; n < 110; n++) {
			this.baskets.changeOnce(NORDCYKEL, "b", "e" + n, (basket) -> Change.of(Basket.empty("1")));
		}
		assertThat(this.store.raw("b").getList(Envelope.APPLIED, String.class)).hasSize(100).contains("e109", "e10");
	}

	@Test
	void unchangedWritesNothing() {
		this.baskets.insert(NORDCYKEL, "b", Change.of(Basket.empty("1")));
		assertThat(this.baskets.change(NORDCYKEL, "b", Change::unchanged).version()).isEqualTo(1);
	}

	@Test
	void aPropertyThatBecomesNullIsRemoved() {
		Instant until = Instant.parse("2026-12-01T00:00:00Z");
		this.baskets.insert(NORDCYKEL, "b", Change.of(new Basket("1", List.of(), until)));
		this.baskets.change(NORDCYKEL, "b", (basket) -> Change.of(Basket.empty("1")));
		assertThat(this.store.raw("b")).doesNotContainKey("until");
	}

	@Test
	void expiredDocumentsArePurged() {
		Instant limit = Instant.parse("2026-12-01T00:00:00Z");
		this.baskets.insert(NORDCYKEL, "old", Change.of(new Basket("1", List.of(), limit.minusMillis(1))));
		this.baskets.insert(NORDCYKEL, "new", Change.of(new Basket("2", List.of(), limit)));
		this.baskets.insert(NORDCYKEL, "kept", Change.of(Basket.empty("3")));
		assertThat(this.baskets.purgeBefore("until", limit)).isEqualTo(1);
		assertThat(this.baskets.find(NORDCYKEL, "old")).isEmpty();
	}

}
