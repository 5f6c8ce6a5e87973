package dev.insyn.fields;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// What a field's value must keep to; null: no rule.
///
/// @param minLength in Unicode code points, as people count characters
/// @param maxLength in Unicode code points; without it the type's own limit holds
/// @param min smallest number allowed
/// @param max largest number allowed
/// @param after first date allowed
/// @param before last date allowed
/// @param defaultRegion ISO 3166-1 country in which a phone number without country code is dialled
public record FieldRules(@Nullable Integer minLength, @Nullable Integer maxLength, @Nullable BigDecimal min,
		@Nullable BigDecimal max, @Nullable LocalDate after, @Nullable LocalDate before,
		@Nullable String defaultRegion) {

	public static final FieldRules NONE = new FieldRules(null, null, null, null, null, null, null);

	/// Rules of length alone.
	public static FieldRules maxLength(int maxLength) {
		return new FieldRules(null, maxLength, null, null, null, null, null);
	}

	/// A number's range, ends included.
	public static FieldRules between(long min, long max) {
		return new FieldRules(null, null, BigDecimal.valueOf(min), BigDecimal.valueOf(max), null, null, null);
	}

	/// A date's range, ends included; null: open.
	public static FieldRules between(@Nullable LocalDate after, @Nullable LocalDate before) {
		return new FieldRules(null, null, null, null, after, before, null);
	}

	/// A phone's region.
	public static FieldRules region(String country) {
		return new FieldRules(null, null, null, null, null, null, country);
	}

}
