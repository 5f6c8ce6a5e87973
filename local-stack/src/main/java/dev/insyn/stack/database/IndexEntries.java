package dev.insyn.stack.database;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/// What an index holds: positions of documents, sorted by key.
///
/// @param wasThere whether it was kept from an earlier start
record IndexEntries(boolean wasThere, MVMap<String, Object> byKey) {

	private static final int SAMPLE = 200;

	/// How many lie between the bounds: found in the tree, without reading them.
	long count(Bounds bounds) {
		return place(bounds.to()) - place(bounds.from());
	}

	/// About how many of them have the other values too, going by the first ones.
	long estimate(Bounds bounds) {
		long count = count(bounds);
		if (bounds.others().isEmpty() || count == 0) {
			return count;
		}
		long looked = Math.min(count, SAMPLE);
		long having = keys(this.byKey.cursor(bounds.from(), bounds.to(), false)).limit(looked)
			.filter((key) -> hasOthers(bounds, key))
			.count();
		return Math.max(1, count * having / looked);
	}

	/// Each position once.
	Set<Object> positions(Bounds bounds) {
		Set<Object> positions = new LinkedHashSet<>();
		Cursor<String, Object> cursor = this.byKey.cursor(bounds.from(), bounds.to(), false);
		while (cursor.hasNext()) {
			if (hasOthers(bounds, cursor.next())) {
				positions.add(cursor.getValue());
			}
		}
		return positions;
	}

	/// Each position once, in the order of the keys, read as far as is asked.
	Stream<Object> inOrder(Bounds bounds, boolean descending) {
		Cursor<String, Object> cursor = descending ? this.byKey.cursor(bounds.to(), bounds.from(), true)
				: this.byKey.cursor(bounds.from(), bounds.to(), false);
		return keys(cursor).filter((key) -> hasOthers(bounds, key)).map((_) -> cursor.getValue()).distinct();
	}

	private static Stream<String> keys(Cursor<String, Object> cursor) {
		return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED), false);
	}

	private boolean hasOthers(Bounds bounds, String key) {
		int length = bounds.from().length();
		return bounds.others().stream().allMatch((other) -> this.byKey.containsKey(other + key.substring(length)));
	}

	private long place(String key) {
		long index = this.byKey.getKeyIndex(key);
		return (index >= 0) ? index : -index - 1;
	}

}
