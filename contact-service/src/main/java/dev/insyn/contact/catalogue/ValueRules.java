package dev.insyn.contact.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import dev.insyn.fields.FieldRules;
import dev.insyn.fields.FieldType;
import org.jspecify.annotations.Nullable;

/// What a field's values keep to, as an administrator says it; null: no rule.
///
/// @param after first date allowed, ISO 8601 or `today`
/// @param before last date allowed, ISO 8601 or `today`
/// @param defaultRegion ISO 3166-1; without it the tenant's country
public record ValueRules(@Nullable Integer minLength, @Nullable Integer maxLength, @Nullable BigDecimal min,
		@Nullable BigDecimal max, @Nullable String after, @Nullable String before, @Nullable String defaultRegion) {

	public static final String TODAY = "today";

	static final ValueRules NONE = new ValueRules(null, null, null, null, null, null, null);

	private static final int DIGITS = 18;

	private static final Set<FieldType> LENGTHS = EnumSet.of(FieldType.TEXT, FieldType.MULTILINE, FieldType.EMAIL,
			FieldType.ADDRESS);

	private static final Set<String> REGIONS = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

	/// The longest value that an administrator may allow, in characters.
	public static int longest(FieldType type) {
		return switch (type) {
			case MULTILINE -> 10_000;
			case EMAIL -> 254;
			case ADDRESS -> 200;
			default -> 500;
		};
	}

	FieldRules on(LocalDate today, String country) {
		return new FieldRules(this.minLength, this.maxLength, this.min, this.max, date(this.after, today),
				date(this.before, today), (this.defaultRegion != null) ? this.defaultRegion : country);
	}

	void check(FieldType type, Objections objections) {
		belongs(type, objections);
		int longest = longest(type);
		length("rules.minLength", this.minLength, 0, longest, objections);
		length("rules.maxLength", this.maxLength, 1, longest, objections);
		number("rules.min", this.min, objections);
		number("rules.max", this.max, objections);
		objections.addIf(!isDate(this.after), "rules.after", "date");
		objections.addIf(!isDate(this.before), "rules.before", "date");
		objections.addIf(this.defaultRegion != null && !REGIONS.contains(this.defaultRegion), "rules.defaultRegion",
				"country");
		objections.addIf(isReversed(this.minLength, this.maxLength), "rules.maxLength", "below-min");
		objections.addIf(isReversed(this.min, this.max), "rules.max", "below-min");
		objections.addIf(isReversed(fixed(this.after), fixed(this.before)), "rules.before", "below-min");
	}

	private void belongs(FieldType type, Objections objections) {
		boolean lengths = LENGTHS.contains(type);
		boolean numbers = type == FieldType.NUMBER;
		boolean dates = type == FieldType.DATE;
		foreign("rules.minLength", this.minLength, lengths, objections);
		foreign("rules.maxLength", this.maxLength, lengths, objections);
		foreign("rules.min", this.min, numbers, objections);
		foreign("rules.max", this.max, numbers, objections);
		foreign("rules.after", this.after, dates, objections);
		foreign("rules.before", this.before, dates, objections);
		foreign("rules.defaultRegion", this.defaultRegion, type == FieldType.PHONE, objections);
	}

	private static void foreign(String member, @Nullable Object rule, boolean belongs, Objections objections) {
		objections.addIf(rule != null && !belongs, member, "not-for-type");
	}

	private static void length(String member, @Nullable Integer length, int least, int longest, Objections objections) {
		objections.addIf(length != null && length < least, member, "too-small");
		objections.addIf(length != null && length > longest, member, "too-large", longest);
	}

	private static void number(String member, @Nullable BigDecimal number, Objections objections) {
		objections.addIf(number != null && (number.precision() > DIGITS || Math.abs(number.scale()) > DIGITS), member,
				"number");
	}

	private static <C extends Comparable<? super C>> boolean isReversed(@Nullable C first, @Nullable C last) {
		return first != null && last != null && first.compareTo(last) > 0;
	}

	private static boolean isDate(@Nullable String rule) {
		return rule == null || rule.equals(TODAY) || fixed(rule) != null;
	}

	private static @Nullable LocalDate fixed(@Nullable String rule) {
		try {
			return (rule == null || rule.equals(TODAY)) ? null : LocalDate.parse(rule);
		}
		catch (DateTimeParseException none) {
			return null;
		}
	}

	private static @Nullable LocalDate date(@Nullable String rule, LocalDate today) {
		return TODAY.equals(rule) ? today : fixed(rule);
	}

}
