package dev.insyn.stack.database;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import de.bwaldvogel.mongo.bson.Document;

/// An index that can say how much of it a query concerns.
interface Lookup {

	IndexEntries entries();

	/// The names of its fields, in order.
	List<String> fields();

	boolean leavesOutMissing();

	/// The narrowest bounds of a query, if it says anything about the first field.
	default Optional<Bounds> bounds(Document query) {
		return Bounds.of(fields(), leavesOutMissing(), query)
			.stream()
			.min(Comparator.comparingLong((bounds) -> entries().count(bounds)));
	}

	/// Whether, within the bounds, its order is by these fields.
	default boolean isOrderedBy(Bounds bounds, List<String> sorted) {
		int last = bounds.equal() + sorted.size();
		return !leavesOutMissing() && last <= fields().size() && fields().subList(bounds.equal(), last).equals(sorted);
	}

}
