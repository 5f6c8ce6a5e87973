package dev.insyn.stack.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/// The part of an index outside of which a query matches nothing. What lies inside is still compared with the query.
///
/// @param from the first key
/// @param to after the last key
/// @param equal how many of the index's fields have one value in it
/// @param others where a list must hold more than one value: with what each of the other
/// values begins a key, whose rest is that of a key between the two
record Bounds(String from, String to, int equal, List<String> others) {

	Bounds(String from, String to, int equal) {
		this(from, to, equal, List.of());
	}

	/// @param fields of the index, in order
	/// @return each sufficient on its own; none if the query says nothing that the index
	/// could use
	static List<Bounds> of(List<String> fields, boolean sparse, Document query) {
		Bounds prefix = prefix(fields, query);
		if (prefix.equal() < fields.size() && query.get(fields.get(prefix.equal())) instanceof Document operators) {
			List<Bounds> narrower = of(prefix.from(), prefix.equal(), operators, sparse);
			if (!narrower.isEmpty()) {
				return narrower;
			}
		}
		return (prefix.equal() > 0) ? List.of(prefix) : List.of();
	}

	/// What has the values that the query asks for in the first fields, as far as it asks
	/// for single values.
	static Bounds prefix(List<String> fields, Document query) {
		StringBuilder prefix = new StringBuilder();
		int equal = 0;
		for (; equal < fields.size() && isPlain(query.get(fields.get(equal))); equal++) {
			prefix.append(EncodedKey.of(query.get(fields.get(equal)))).append(EncodedKey.END);
		}
		return beginningWith(prefix.toString(), equal);
	}

	private static Bounds beginningWith(String prefix, int equal) {
		return new Bounds(prefix, prefix + EncodedKey.LAST, equal);
	}

	private static List<Bounds> of(String prefix, int equal, Document operators, boolean sparse) {
		List<Bounds> bounds = new ArrayList<>();
		operators.forEach((operator, operand) -> {
			if (operator.equals("$all") && operand instanceof Collection<?> values) {
				bounds.addAll(all(prefix, equal, values));
			}
			else if (operator.equals("$exists") && Boolean.TRUE.equals(operand) && sparse) {
				bounds.add(beginningWith(prefix, equal));
			}
			else if (isPlain(operand)) {
				addRange(prefix, equal, Map.entry(operator, operand), bounds);
			}
		});
		return bounds;
	}

	/// One for each value, with the other values beside it.
	private static List<Bounds> all(String prefix, int equal, Collection<?> values) {
		List<String> beginnings = values.stream()
			.filter(Bounds::isPlain)
			.map((value) -> prefix + EncodedKey.of(value) + EncodedKey.END)
			.distinct()
			.toList();
		return beginnings.stream()
			.map((one) -> new Bounds(one, one + EncodedKey.LAST, equal + 1,
					beginnings.stream().filter((other) -> !other.equals(one)).toList()))
			.toList();
	}

	private static void addRange(String prefix, int equal, Map.Entry<String, Object> condition, List<Bounds> bounds) {
		String value = prefix + EncodedKey.of(condition.getValue());
		String type = prefix + EncodedKey.type(condition.getValue());
		switch (condition.getKey()) {
			case "$eq" -> bounds.add(beginningWith(value + EncodedKey.END, equal + 1));
			case "$lt", "$lte" -> bounds.add(new Bounds(type, value + EncodedKey.LAST, equal));
			case "$gt", "$gte" -> bounds.add(new Bounds(value, type + EncodedKey.LAST, equal));
			default -> {
			}
		}
	}

	/// Neither nothing, which also matches what is not there, nor a list, which also
	/// matches a whole list, nor a document,
	/// which may hold operators.
	private static boolean isPlain(@Nullable Object wanted) {
		return wanted != null && !(wanted instanceof Map) && !(wanted instanceof Collection)
				&& !BsonRegularExpression.isRegularExpression(wanted);
	}

}
