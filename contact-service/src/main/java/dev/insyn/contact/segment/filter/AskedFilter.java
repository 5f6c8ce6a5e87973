package dev.insyn.contact.segment.filter;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A filter as somebody writes it, not yet believed: also how it rests and how programs get it.
///
/// @param match `all` where nothing is said
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AskedFilter(@Nullable String match, @Nullable List<Part> parts) {

	/// Everybody.
	public static final AskedFilter NONE = new AskedFilter(null, List.of());

	public List<Part> all() {
		return (this.parts != null) ? this.parts : List.of();
	}

	/// As a program gets it, with canonical values.
	public static AskedFilter of(Filter filter) {
		return new AskedFilter(code(filter.match()), filter.parts().stream().map((part) -> switch (part) {
			case Filter.Condition condition -> Part.of(condition);
			case Filter.Group group ->
				new Part(null, null, null, code(group.match()), group.conditions().stream().map(Part::of).toList());
		}).toList());
	}

	private static String code(Match match) {
		return (match == Match.ANY) ? "any" : "all";
	}

	@Override
	public String toString() {
		return "AskedFilter[" + all().size() + "]";
	}

	/// A condition (`field`, `is`, `values`) or a group (`match`, `parts`).
	///
	/// @param is an [Operator]'s code
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Part(@Nullable String field, @Nullable String is, @Nullable List<String> values,
			@Nullable String match, @Nullable List<Part> parts) {

		/// One condition.
		public static Part condition(String field, @Nullable String operator, List<String> values) {
			return new Part(field, operator, values, null, null);
		}

		static Part of(Filter.Condition condition) {
			return condition(condition.field(), condition.operator().code(), condition.values());
		}

		public boolean grouped() {
			return this.parts != null;
		}

		public List<Part> all() {
			return (this.parts != null) ? this.parts : List.of();
		}

		public List<String> asked() {
			return (this.values != null)
					? this.values.stream().filter((value) -> value != null && !value.isBlank()).toList() : List.of();
		}

		@Override
		public String toString() {
			return "Part[" + this.field + "]";
		}

	}

}
