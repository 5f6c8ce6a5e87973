package dev.insyn.contact.segment.upload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// Whom a file wants, before anybody has looked who of them there is.
///
/// @param rows the first row of each, by what it says
/// @param refused rows of which nothing can come
/// @param count of all rows that say something
record Wanted(Key key, Map<String, Long> rows, List<RefusedRow> refused, long count) {

	/// @param by what contacts are to be found by; null where the file may tell
	/// @param column its number, from 1; null where the file may tell
	/// @throws FileRefused if nothing can be made of it
	static Wanted read(byte[] file, @Nullable Key by, @Nullable Integer column) {
		CsvRows rows = CsvRows.of(CsvText.of(file));
		List<List<String>> sample = rows.sample();
		if (sample.isEmpty()) {
			// a broken first row says where
			rows.forEach((_, _) -> {
			});
			throw new FileRefused(FileRefused.Reason.EMPTY);
		}
		KeyColumn where = KeyColumn.of(sample, by, column);
		Reading reading = new Reading(where);
		rows.forEach(reading::row);
		return new Wanted(where.key(), reading.wanted, reading.refused, reading.count);
	}

	/// What is refused when nobody but these was found.
	List<RefusedRow> without(Set<String> found) {
		List<RefusedRow> all = new ArrayList<>(this.refused);
		Set<String> missing = new HashSet<>(this.rows.keySet());
		missing.removeAll(found);
		this.rows.forEach((given, row) -> {
			if (missing.contains(given)) {
				all.add(new RefusedRow(row, RefusedRow.Why.UNKNOWN, given));
			}
		});
		all.sort(Comparator.comparingLong(RefusedRow::row));
		return all;
	}

	@Override
	public String toString() {
		return "Wanted[" + this.key + ", " + this.rows.size() + "]";
	}

	/// Row after row.
	private static final class Reading {

		private final KeyColumn where;

		private final Map<String, Long> wanted = new LinkedHashMap<>();

		private final List<RefusedRow> refused = new ArrayList<>();

		private boolean headed;

		private long count;

		private Reading(KeyColumn where) {
			this.where = where;
			this.headed = where.headed();
		}

		private void row(long number, List<String> cells) {
			if (this.headed) {
				this.headed = false;
				return;
			}
			this.count++;
			String given = this.where.cell(cells);
			Key key = this.where.key();
			if (given.isEmpty()) {
				this.refused.add(new RefusedRow(number, RefusedRow.Why.BLANK, ""));
			}
			else if (!key.fits(given)) {
				this.refused.add(new RefusedRow(number, RefusedRow.Why.MALFORMED, given));
			}
			else if (this.wanted.putIfAbsent(key.folded(given), number) != null) {
				this.refused.add(new RefusedRow(number, RefusedRow.Why.TWICE, given));
			}
		}

	}

}
