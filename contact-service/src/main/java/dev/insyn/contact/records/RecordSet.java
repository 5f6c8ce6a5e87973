package dev.insyn.contact.records;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.insyn.fields.FieldReader;
import dev.insyn.fields.Reading;

/// All records of one type that one owner has, in clear only while somebody works with them. Bounded: the newest
/// [#MOST] are kept, none longer than its type's retention.
record RecordSet(List<HeldRecord> records, List<RefusedCell> refused) {

	static final RecordSet NONE = new RecordSet(List.of(), List.of());

	static final int MOST = 500;

	/// Longer than anything late can lie in the topic.
	private static final Duration DELETION_REMEMBERED = Duration.ofDays(30);

	private static final int MOST_REFUSED = 50;

	private static final int LONGEST_NAME = 40;

	private static final Comparator<HeldRecord> NEWEST_FIRST = Comparator.comparing(HeldRecord::at)
		.reversed()
		.thenComparing(HeldRecord::id);

	RecordSet {
		records = List.copyOf(records);
		refused = List.copyOf(refused);
	}

	/// Takes in what the CRM says; what has an older or equal revision is late or a
	/// repeat and changes nothing.
	RecordSet hear(List<ToldRecord> told, RecordType type, Locale locale, Instant now) {
		Map<String, HeldRecord> byId = new LinkedHashMap<>();
		this.records.forEach((record) -> byId.put(record.id(), record));
		List<RefusedCell> refusals = new ArrayList<>(this.refused);
		for (ToldRecord each : told) {
			HeldRecord known = byId.get(each.id());
			if (known == null || each.revision() > known.revision()) {
				refusals.removeIf((cell) -> cell.record().equals(each.id()));
				byId.put(each.id(), held(each, type, locale, now, refusals));
			}
		}
		return new RecordSet(List.copyOf(byId.values()),
				refusals.subList(Math.max(0, refusals.size() - MOST_REFUSED), refusals.size()))
			.kept(type, now);
	}

	/// Without what is too old or too much.
	RecordSet kept(RecordType type, Instant now) {
		Instant since = type.keptSince(now);
		Instant remembered = now.minus(DELETION_REMEMBERED);
		Stream<HeldRecord> alive = alive().stream().filter((record) -> !record.at().isBefore(since)).limit(MOST);
		Stream<HeldRecord> deleted = this.records.stream()
			.filter(HeldRecord::gone)
			.filter((record) -> record.at().isAfter(remembered))
			.sorted(NEWEST_FIRST)
			.limit(MOST);
		return new RecordSet(Stream.concat(alive, deleted).toList(), this.refused);
	}

	/// Those that are not deleted, newest first.
	List<HeldRecord> alive() {
		return this.records.stream().filter((record) -> !record.gone()).sorted(NEWEST_FIRST).toList();
	}

	Optional<Instant> oldest() {
		return alive().stream().map(HeldRecord::at).min(Comparator.naturalOrder());
	}

	/// What the type's columns take of it; a time in the future counts as now.
	private static HeldRecord held(ToldRecord told, RecordType type, Locale locale, Instant now,
			List<RefusedCell> refusals) {
		Instant at = told.at();
		if (at == null) {
			return new HeldRecord(told.id(), told.revision(), now, null);
		}
		Map<String, Object> values = new LinkedHashMap<>();
		told.values().forEach((column, raw) -> {
			switch (read(type, column, raw, locale)) {
				case Reading.Value value when value.canonical() != null -> values.put(column, value.canonical());
				case Reading.Value none -> {
				}
				case Reading.Problem problem -> refusals.add(new RefusedCell(told.id(), named(column), problem.code()));
			}
		});
		return new HeldRecord(told.id(), told.revision(), at.isAfter(now) ? now : at, values);
	}

	private static Reading read(RecordType type, String column, Object raw, Locale locale) {
		return type.column(column)
			.map((known) -> FieldReader.read(known.definition(), raw, locale))
			.orElseGet(() -> new Reading.Problem(RefusedCell.UNKNOWN_COLUMN, Map.of()));
	}

	private static String named(String column) {
		return column.substring(0, Math.min(column.length(), LONGEST_NAME));
	}

	@Override
	public String toString() {
		return "RecordSet[" + this.records.size() + "]";
	}

}
