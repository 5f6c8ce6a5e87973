package dev.insyn.contact.segment.filter;

import java.util.List;

/// Whom a segment holds: those of whom all, or any, of its parts hold. There is one level of groups and no more, so that
/// people can say it aloud.
public record Filter(Match match, List<Part> parts) {

	public static final int MOST_PARTS = 20;

	public Filter {
		parts = List.copyOf(parts);
	}

	/// Prints no values, which may be personal.
	@Override
	public String toString() {
		return "Filter[" + this.parts.size() + "]";
	}

	/// A condition or a group of them.
	public sealed interface Part permits Condition, Group {

	}

	/// Conditions that count as one.
	public record Group(Match match, List<Condition> conditions) implements Part {

		public static final int MOST_CONDITIONS = 20;

		public Group {
			conditions = List.copyOf(conditions);
		}

		@Override
		public String toString() {
			return "Group[" + this.conditions.size() + "]";
		}

	}

	/// What one attribute of a contact has to be.
	///
	/// @param field an [Attribute]'s key
	/// @param values in canonical form; none where the operator wants none
	public record Condition(String field, Operator operator, List<String> values) implements Part {

		public static final int MOST_VALUES = 200;

		public Condition {
			values = List.copyOf(values);
		}

		String value() {
			return this.values.getFirst();
		}

		@Override
		public String toString() {
			return "Condition[" + this.field + " " + this.operator + "]";
		}

	}

}
