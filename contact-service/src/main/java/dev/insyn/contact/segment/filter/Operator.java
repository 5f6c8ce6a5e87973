package dev.insyn.contact.segment.filter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.insyn.fields.FieldType;

/// What can be asked of a value. Those that say "not" also fit who has no value at all.
public enum Operator {

	IS(Wants.ONE), IS_NOT(Wants.ONE),

	/// Each of the words is one of the value's words.
	CONTAINS(Wants.TEXT), CONTAINS_NOT(Wants.TEXT),

	ANY_OF(Wants.SEVERAL), NONE_OF(Wants.SEVERAL),

	BEFORE(Wants.ONE), AFTER(Wants.ONE),

	/// Not longer ago than so many days, today among them.
	LAST_DAYS(Wants.DAYS), NOT_LAST_DAYS(Wants.DAYS),

	LESS(Wants.ONE), MORE(Wants.ONE),

	EMPTY(Wants.NOTHING), NOT_EMPTY(Wants.NOTHING);

	private final Wants wants;

	Operator(Wants wants) {
		this.wants = wants;
	}

	public Wants wants() {
		return this.wants;
	}

	/// Those that make sense for values of a type, the usual one first.
	public static List<Operator> of(FieldType type) {
		return switch (type) {
			case TEXT -> List.of(CONTAINS, CONTAINS_NOT, IS, IS_NOT, ANY_OF, NONE_OF, NOT_EMPTY, EMPTY);
			case EMAIL -> List.of(IS, IS_NOT, CONTAINS, CONTAINS_NOT, ANY_OF, NONE_OF, NOT_EMPTY, EMPTY);
			case MULTILINE, ADDRESS -> List.of(CONTAINS, CONTAINS_NOT, NOT_EMPTY, EMPTY);
			case PHONE -> List.of(IS, IS_NOT, ANY_OF, NOT_EMPTY, EMPTY);
			case DATE -> List.of(BEFORE, AFTER, IS, LAST_DAYS, NOT_LAST_DAYS, NOT_EMPTY, EMPTY);
			case NUMBER -> List.of(IS, IS_NOT, LESS, MORE, NOT_EMPTY, EMPTY);
			case YES_NO -> List.of(IS, IS_NOT, NOT_EMPTY, EMPTY);
			case CHOICE, COUNTRY -> List.of(IS, IS_NOT, ANY_OF, NONE_OF, NOT_EMPTY, EMPTY);
			case CHOICES -> List.of(ANY_OF, NONE_OF, NOT_EMPTY, EMPTY);
		};
	}

	@JsonCreator
	static Operator ofCode(String code) {
		return find(code).orElseThrow(() -> new IllegalArgumentException("No such operator"));
	}

	public static Optional<Operator> find(String code) {
		return Stream.of(values()).filter((operator) -> operator.code().equals(code)).findFirst();
	}

	@JsonValue
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/// What stands beside an operator.
	public enum Wants {

		NOTHING,

		/// One value of the attribute's type.
		ONE,

		SEVERAL,

		/// Words, whatever the type.
		TEXT,

		/// A number of days.
		DAYS

	}

}
