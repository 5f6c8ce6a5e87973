package dev.insyn.contact.records;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.insyn.fields.Choice;
import dev.insyn.fields.FieldType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What becomes of records that come late, twice, in any order, wrong, or too many.
class RecordSetTests {

	private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

	private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

	private static final RecordType ORDERS = new RecordType("orders", Map.of("en", "Orders"),
			List.of(new RecordType.Column("number", FieldType.TEXT, Map.of("en", "Number"), List.of()),
					new RecordType.Column("amount", FieldType.NUMBER, Map.of("en", "Amount"), List.of()),
					new RecordType.Column("status", FieldType.CHOICE, Map.of("en", "Status"),
							List.of(new Choice("sent", Map.of("sv", "Skickad"))))),
			Map.of("en", "To keep accounts"), "legal-obligation", "P1Y", "crm");

	@Test
	void readsValuesAsPeopleAndSystemsWriteThem() {
		RecordSet heard = hear(RecordSet.NONE, order("1", 1, YESTERDAY, "amount", "1 299,50", "status", "Skickad"));
		assertThat(heard.alive().getFirst().values()).isEqualTo(Map.of("amount", "1299.5", "status", "sent"));
	}

	/// Red when revisions are not compared.
	@Test
	void theHighestRevisionWinsInWhateverOrder() {
		ToldRecord first = order("1", 1, YESTERDAY, "number", "A");
		ToldRecord second = order("1", 2, YESTERDAY, "number", "B");
		assertThat(hear(RecordSet.NONE, first, second, second, first)).isEqualTo(hear(RecordSet.NONE, second, first));
		assertThat(hear(RecordSet.NONE, second, first).alive()).singleElement()
			.satisfies((record) -> assertThat(record.value("number")).isEqualTo("B"));
	}

	@Test
	void aRecordIsToldWhole() {
		RecordSet heard = hear(RecordSet.NONE, order("1", 1, YESTERDAY, "number", "A", "amount", "5"));
		assertThat(hear(heard, order("1", 2, YESTERDAY, "amount", "6")).alive().getFirst().values())
			.isEqualTo(Map.of("amount", "6"));
	}

	/// Red when a deletion leaves no revision.
	@Test
	void aDeletedRecordIsNotBroughtBackByALateOne() {
		RecordSet deleted = hear(RecordSet.NONE, gone("1", 3));
		assertThat(hear(deleted, order("1", 2, YESTERDAY, "number", "A")).alive()).isEmpty();
		assertThat(hear(deleted, order("1", 4, YESTERDAY, "number", "A")).alive()).hasSize(1);
	}

	/// Red when columns that the type doesn't have are kept.
	@Test
	void remembersWhatItRefusesAndKeepsTheRest() {
		RecordSet heard = hear(RecordSet.NONE,
				order("1", 1, YESTERDAY, "number", "A", "shoe-size", "38", "amount", "a lot"));
		assertThat(heard.alive().getFirst().values()).isEqualTo(Map.of("number", "A"));
		assertThat(heard.refused()).containsExactlyInAnyOrder(new RefusedCell("1", "shoe-size", "unknown-column"),
				new RefusedCell("1", "amount", "number"));
		assertThat(hear(heard, order("1", 2, YESTERDAY, "number", "A")).refused()).as("mended").isEmpty();
	}

	@Test
	void keepsTheNewestAndNoneTooLong() {
		List<ToldRecord> many = new ArrayList<>();
		for (int i = 0; i < RecordSet.MOST + 10; i++) {
			many.add(order("o" + i, 1, NOW.minus(Duration.ofHours(i)), "number", "N" + i));
		}
		RecordSet heard = hear(RecordSet.NONE, many.toArray(ToldRecord[]::new));
		assertThat(heard.alive()).hasSize(RecordSet.MOST);
		assertThat(heard.alive().getFirst().id()).isEqualTo("o0");
		assertThat(heard.alive().getLast().id()).isEqualTo("o" + (RecordSet.MOST - 1));
		assertThat(hear(RecordSet.NONE, order("old", 1, NOW.minus(Duration.ofDays(400)), "number", "A")).alive())
			.isEmpty();
		assertThat(heard.kept(ORDERS, NOW.plus(Duration.ofDays(400))).records()).isEmpty();
	}

	@Test
	void forgetsDeletionsWhenNothingLateCanCome() {
		RecordSet deleted = hear(RecordSet.NONE, gone("1", 3));
		assertThat(deleted.kept(ORDERS, NOW.plus(Duration.ofDays(8))).records()).hasSize(1);
		assertThat(deleted.kept(ORDERS, NOW.plus(Duration.ofDays(31))).records()).isEmpty();
	}

	@Test
	void aTimeInTheFutureCountsAsNow() {
		RecordSet heard = hear(RecordSet.NONE, order("1", 1, NOW.plus(Duration.ofDays(9999)), "number", "A"));
		assertThat(heard.alive().getFirst().at()).isEqualTo(NOW);
	}

	private static RecordSet hear(RecordSet known, ToldRecord... told) {
		return known.hear(List.of(told), ORDERS, Locale.of("sv", "SE"), NOW);
	}

	private static ToldRecord gone(String id, long revision) {
		return new ToldRecord(id, revision, null, Map.of());
	}

	private static ToldRecord order(String id, long revision, Instant at, String... columnsAndValues) {
		Map<String, Object> values = new java.util.LinkedHashMap<>();
		for (int i = 0; i < columnsAndValues.length; i += 2) {
			values.put(columnsAndValues[i], columnsAndValues[i + 1]);
		}
		return new ToldRecord(id, revision, at, values);
	}

}
