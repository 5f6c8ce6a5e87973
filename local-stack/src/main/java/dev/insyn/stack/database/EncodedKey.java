package dev.insyn.stack.database;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.ObjectId;
import org.jspecify.annotations.Nullable;

/// Values as text that sorts as MongoDB sorts the values: by type, then by value; so that an index is a sorted map of
/// texts, and what a query can match is a part of it from one text to another.
final class EncodedKey {

	/// After each value; sorts before everything a value may hold.
	static final char END = '\u0000';

	/// Sorts after everything.
	static final String LAST = "\uffff";

	private static final String ESCAPED_END = "\u0001\u0001";

	private static final String ESCAPED_ONE = "\u0001\u0002";

	private static final String NULL = "0";

	private static final String NUMBER = "1";

	private static final String TEXT = "2";

	private static final String OTHER = "3";

	private static final String BYTES = "5";

	private static final String OBJECT_ID = "6";

	private static final String BOOLEAN = "7";

	private static final String INSTANT = "8";

	private EncodedKey() {
	}

	static String of(KeyValue values) {
		StringBuilder key = new StringBuilder();
		for (Object value : values) {
			key.append(of(value)).append(END);
		}
		return key.toString();
	}

	static String of(@Nullable Object value) {
		return switch (value) {
			case null -> NULL;
			case Missing _ -> NULL;
			case Number number -> NUMBER + number(number);
			case String text -> TEXT + escaped(text);
			case byte[] bytes -> BYTES + HexFormat.of().formatHex(bytes);
			case UUID uuid -> BYTES + uuid;
			case ObjectId id -> OBJECT_ID + id.getHexData();
			case Boolean truth -> BOOLEAN + (truth ? 1 : 0);
			case Instant instant -> INSTANT + sortable(instant.toEpochMilli() ^ Long.MIN_VALUE);
			default -> OTHER + escaped(value.toString());
		};
	}

	/// With what all values of the same type begin.
	static String type(Object value) {
		return of(value).substring(0, 1);
	}

	/// Doubles sort by their bits, if those of negative ones are turned round. A long
	/// that no double holds keeps its
	/// digits.
	private static String number(Number number) {
		double value = number.doubleValue() + 0.0;
		long bits = Double.doubleToLongBits(value);
		String sortable = sortable((bits < 0) ? ~bits : bits ^ Long.MIN_VALUE);
		return (number instanceof Long exact && exact != (long) value) ? sortable + exact : sortable;
	}

	private static String sortable(long unsigned) {
		return HexFormat.of().toHexDigits(unsigned);
	}

	private static String escaped(String text) {
		return (text.indexOf('\u0000') < 0 && text.indexOf('\u0001') < 0) ? text
				: text.replace("\u0001", ESCAPED_ONE).replace("\u0000", ESCAPED_END);
	}

}
