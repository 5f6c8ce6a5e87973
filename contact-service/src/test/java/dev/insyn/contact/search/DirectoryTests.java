package dev.insyn.contact.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What the index in memory finds, in which order, and what it does with what comes late.
class DirectoryTests {

	private static final TenantId NORDCYKEL = new TenantId("nordcykel");

	private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");

	private final Directory directory = new Directory();

	@BeforeEach
	void threePeople() {
		put("anna", 1, 0, "code-anna", "code-lindqvist");
		put("bo", 1, 1, "code-bo", "code-lindqvist");
		put("cia", 1, 2, "code-cia");
		this.directory.complete(NORDCYKEL);
	}

	@Test
	void findsWhoHasEveryCode() {
		assertThat(find("code-lindqvist")).containsExactly("bo", "anna");
		assertThat(find("code-lindqvist", "code-anna")).containsExactly("anna");
		assertThat(find("code-anna", "code-bo")).isEmpty();
		assertThat(find()).containsExactly("cia", "bo", "anna");
	}

	@Test
	void goesOnWhereThePageBeforeEnded() {
		Directory.Found first = page(null, false);
		Directory.Found second = page(first.next(), false);

		assertThat(first.ids()).containsExactly("cia", "bo");
		assertThat(first.total()).isEqualTo(3);
		assertThat(second.ids()).containsExactly("anna");
		assertThat(second.next()).isNull();
		assertThat(page(null, true).ids()).containsExactly("anna", "bo");
	}

	@Test
	void whoIsChangedMovesAndIsFoundByWhatIsSaidNow() {
		put("anna", 2, 3, "code-anna", "code-berg");

		assertThat(find("code-lindqvist")).containsExactly("bo");
		assertThat(find()).containsExactly("anna", "cia", "bo");
		assertThat(page(null, false).total()).isEqualTo(3);
	}

	/// Red without the comparison of versions: loading and writing go on at once.
	@Test
	void whatComesLateChangesNothing() {
		put("anna", 3, 3, "code-berg");
		put("anna", 2, 9, "code-lindqvist");
		this.directory.remove(NORDCYKEL, "bo", 5);
		put("bo", 4, 9, "code-bo");

		assertThat(find()).containsExactly("anna", "cia");
		assertThat(find("code-berg")).containsExactly("anna");
	}

	@Test
	void saysNothingOfATenantThatIsNotTakenInYetAndNothingOfAnother() {
		TenantId fjordbok = new TenantId("fjordbok");
		Paging all = new Paging(null, false, 10);

		assertThat(this.directory.find(fjordbok, List.of(), all)).isEmpty();
		this.directory.complete(fjordbok);
		assertThat(this.directory.find(fjordbok, List.of(), all).orElseThrow().ids()).isEmpty();
	}

	@Test
	void isRightUnderManyWritersAtOnce() throws InterruptedException {
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
			for (int writer = 0; writer < 8; writer++) {
				int first = writer;
				writers.execute(() -> {
					awaits(start);
					for (int version = 2 + first; version < 400; version += 8) {
						put("anna", version, version, "code-" + version);
					}
				});
			}
			start.countDown();
		}

		assertThat(find("code-399")).containsExactly("anna");
		assertThat(find()).containsExactly("anna", "cia", "bo");
		assertThat(page(null, false).total()).isEqualTo(3);
	}

	private static void awaits(CountDownLatch start) {
		try {
			start.await(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void put(String id, long version, long minute, String... codes) {
		this.directory.put(NORDCYKEL, id, version, version, Place.of(MONDAY.plusSeconds(60 * minute), id),
				List.of(codes));
	}

	private List<String> find(String... codes) {
		return new ArrayList<>(
				this.directory.find(NORDCYKEL, List.of(codes), new Paging(null, false, 10)).orElseThrow().ids());
	}

	private Directory.Found page(@Nullable String after, boolean oldestFirst) {
		return this.directory.find(NORDCYKEL, List.of(), new Paging(after, oldestFirst, 2)).orElseThrow();
	}

}
