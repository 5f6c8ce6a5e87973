package dev.insyn.platform.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import com.mongodb.client.MongoCollection;
import dev.insyn.platform.messaging.FakeBroker;
import dev.insyn.platform.messaging.FakeBroker.Mood;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.store.StoreFixture.Basket;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.mongodb.core.query.Criteria;

import static dev.insyn.platform.store.StoreFixture.FJORDBOK;
import static dev.insyn.platform.store.StoreFixture.NORDCYKEL;
import static dev.insyn.platform.store.StoreFixture.filled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Documents that come in bundles keep the promises of one that comes alone: neither document nor event is without the
/// other, whatever dies, and no event is overtaken by a later one of its document.
class BundlesIT {

	private final TestClock clock = new TestClock();

	private final FakeBroker broker = new FakeBroker();

	private final StoreFixture store = StoreFixture.fresh(this.broker, this.clock);

	@AfterEach
	void close() {
		this.store.close();
	}

	@Test
	void whatIsInsertedPartByPartIsToldWhenItIsDone() {
		List<String> stored = new ArrayList<>();
		try (Inserting<Basket> inserting = this.store.crates.inserting(NORDCYKEL)) {
			inserting.insert(crates(0, 500), () -> stored.add("first"));
			inserting.insert(crates(500, 700), () -> stored.add("second"));
			assertThat(stored).containsExactly("first");
			inserting.finish();
			assertThat(stored).containsExactly("first", "second");
			assertThat(this.store.crates.find(NORDCYKEL, "b699")).isPresent();
			assertThat(this.store.crates.find(FJORDBOK, "b699")).isEmpty();
			assertThat(this.broker.confirmed()).isEmpty();
		}
		Awaitility.await().untilAsserted(() -> assertThat(this.broker.confirmed()).hasSize(1400));
		assertThat(confirmedOf(699)).containsExactly("\"apple-699\"", "\"pear-699\"");
		awaitNoBundles();
	}

	/// Red when a part is held until its lease has ended: the sweep would send it too.
	@Test
	void aPartThatHasWaitedLongIsToldBeforeTheLast() {
		try (Inserting<Basket> inserting = this.store.crates.inserting(NORDCYKEL)) {
			inserting.insert(crates(0, 20), () -> {
			});
			Awaitility.await().until(() -> crates().countDocuments() == 20);
			this.clock.passes(StoreFixture.LEASE.dividedBy(2));
			inserting.insert(crates(20, 21), () -> {
			});
			Awaitility.await().untilAsserted(() -> assertThat(this.broker.confirmed()).hasSize(40));
			inserting.finish();
		}
	}

	@Test
	void aCrashBetweenBundleAndDocumentsIsCarriedThrough() {
		Bundle bundle = writeDownOnly(10);
		crates().insertOne(document(3).append(Envelope.BUNDLE, bundle.id()));

		assertThat(this.store.outbox.sweep()).as("while the lease holds").isZero();
		this.clock.passes(StoreFixture.LEASE.plusSeconds(1));
		assertThat(this.store.outbox.sweep()).isEqualTo(20);
		for (int n = 0; n < 10; n++) {
			assertThat(this.store.crates.find(NORDCYKEL, "b" + n)).isPresent();
			assertThat(confirmedOf(n)).containsExactly("\"apple-" + n + "\"", "\"pear-" + n + "\"");
		}
		awaitNoBundles();
	}

	@Test
	void aWriterThatWakesAfterItsBundleWasCarriedThroughDoublesNothing() {
		Bundle bundle = writeDownOnly(10);
		this.clock.passes(StoreFixture.LEASE.plusSeconds(1));
		this.store.outbox.sweep();

		this.store.bundlesOfCrates.write(bundle);
		assertThat(crates().countDocuments()).isEqualTo(10);
		assertThat(this.store.outbox.sweep()).isZero();
		assertThat(this.broker.confirmed()).hasSize(20);
	}

	@Test
	void whatACrashLeftUnsentIsSentByTheSweep() {
		this.broker.is(Mood.SILENT);
		insert(crates(0, 50));
		FakeBroker alive = new FakeBroker();
		try (StoreFixture restarted = this.store.another(alive, this.clock)) {
			assertThat(restarted.outbox.sweep()).as("while the lease holds").isZero();
			this.clock.passes(StoreFixture.LEASE.plusSeconds(1));
			assertThat(restarted.outbox.sweep()).isEqualTo(100);
			awaitNoBundles();
		}
	}

	@Test
	void withoutABrokerAllIsWrittenAndToldLaterAndOnce() {
		this.broker.is(Mood.REFUSES);
		insert(crates(0, 50));
		Awaitility.await().until(() -> !this.store.outbox.sendsAtOnce());
		insert(crates(50, 60));
		Awaitility.await().until(() -> bundleDocuments().countDocuments(new Document(Envelope.LEASE, null)) == 2);
		assertThat(this.broker.confirmed()).isEmpty();
		this.broker.is(Mood.CONFIRMS);
		assertThat(this.store.outbox.sweep()).isEqualTo(120);
		assertThat(this.broker.confirmed()).doesNotHaveDuplicates();
		awaitNoBundles();
	}

	/// Red when a bundle that is given back doesn't say what is out.
	@Test
	void whatTheBrokerHasTakenIsNotSentAgain() {
		this.broker.stopsAfter(7);
		insert(crates(0, 10));
		Awaitility.await().until(() -> bundleDocuments().countDocuments(new Document(Envelope.LEASE, null)) == 1);
		this.broker.stopsAfter(Integer.MAX_VALUE);
		assertThat(this.store.outbox.sweep()).isEqualTo(13);
		assertThat(this.broker.confirmed()).hasSize(20).doesNotHaveDuplicates();
	}

	/// Red when the sweep tells of documents without asking whether they are of the
	/// bundle, and when documents are written before it.
	@Test
	void aTakenIdIsRefusedAndOnlyWhatWasWrittenIsTold() {
		this.store.crates.insert(NORDCYKEL, "b7", Change.of(Basket.empty("taken")));
		assertThatExceptionOfType(AlreadyExists.class).isThrownBy(() -> insert(crates(0, 10)));
		this.clock.passes(StoreFixture.LEASE.plusSeconds(1));
		this.store.outbox.sweep();
		assertThat(confirmedOf(7)).isEmpty();
		assertThat(confirmedOf(3)).containsExactly("\"apple-3\"", "\"pear-3\"");
	}

	/// Red when a change doesn't ask whether the bundle is out, and when the sweep
	/// doesn't.
	@Test
	void aWriteInTheMiddleIsToldAfterTheBundle() {
		this.broker.is(Mood.SILENT);
		insert(crates(0, 10));
		FakeBroker alive = new FakeBroker();
		try (StoreFixture other = this.store.another(alive, this.clock)) {
			other.crates.change(NORDCYKEL, "b9", (crate) -> filled(crate, "plum-9"));
			assertThat(other.crates.changeSome(NORDCYKEL, Criteria.where("number").is("n8"),
					(crate) -> filled(crate.state(), "plum-8")))
				.isEqualTo(1);
			assertThat(other.outbox.sweep()).isZero();
			assertThat(alive.confirmed()).isEmpty();

			this.clock.passes(StoreFixture.LEASE.plusSeconds(1));
			assertThat(other.outbox.sweep()).isEqualTo(22);
			assertThat(of(alive, 9)).containsExactly("\"apple-9\"", "\"pear-9\"", "\"plum-9\"");
			assertThat(of(alive, 8)).containsExactly("\"apple-8\"", "\"pear-8\"", "\"plum-8\"");
		}
	}

	@Test
	void aDocumentWhoseBundleIsOutForgetsIt() {
		insert(crates(0, 10));
		awaitNoBundles();
		this.store.crates.change(NORDCYKEL, "b9", (crate) -> filled(crate, "plum-9"));
		Awaitility.await().untilAsserted(() -> assertThat(confirmedOf(9)).hasSize(3));
		assertThat(Objects.requireNonNull(crates().find(new Document(Envelope.ID, "nordcykel:b9")).first()))
			.doesNotContainKey(Envelope.BUNDLE);
	}

	private void insert(Map<String, Change<Basket>> created) {
		try (Inserting<Basket> inserting = this.store.crates.inserting(NORDCYKEL)) {
			inserting.insert(created, () -> {
			});
			inserting.finish();
		}
	}

	/// As a writer that dies right after it.
	private Bundle writeDownOnly(int count) {
		Bundle bundle = Bundle.begin();
		for (int n = 0; n < count; n++) {
			bundle.add(document(n), List.of(pending("apple-" + n), pending("pear-" + n)));
		}
		this.store.bundlesOfCrates.writeDown(bundle, Lease.take(this.clock.instant(), StoreFixture.LEASE));
		return bundle;
	}

	private static Document document(int n) {
		return new Document("number", "n" + n).append("fruits", List.of())
			.append(Envelope.ID, "nordcykel:b" + n)
			.append(Envelope.TENANT, "nordcykel")
			.append(Envelope.VERSION, 1L);
	}

	private Document pending(String fruit) {
		return PendingEvents.toDocument(this.store.outbox.publisher().prepare(event(fruit)));
	}

	private static Map<String, Change<Basket>> crates(int from, int to) {
		Map<String, Change<Basket>> crates = new LinkedHashMap<>();
		IntStream.range(from, to)
			.forEach((n) -> crates.put("b" + n,
					Change.of(Basket.empty("n" + n)).with(event("apple-" + n)).with(event("pear-" + n))));
		return crates;
	}

	private static OutgoingEvent event(String fruit) {
		return filled(Basket.empty("1"), fruit).events().getFirst();
	}

	private List<String> confirmedOf(int number) {
		return of(this.broker, number);
	}

	private static List<String> of(FakeBroker broker, int number) {
		return broker.confirmed().stream().filter((body) -> body.endsWith("-" + number + "\"")).toList();
	}

	private MongoCollection<Document> crates() {
		return this.store.collection("crates");
	}

	private MongoCollection<Document> bundleDocuments() {
		return this.store.collection("crates_bundles");
	}

	private void awaitNoBundles() {
		Awaitility.await().untilAsserted(() -> assertThat(bundleDocuments().countDocuments()).isZero());
	}

}
