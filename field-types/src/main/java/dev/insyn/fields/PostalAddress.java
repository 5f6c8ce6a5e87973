package dev.insyn.fields;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// A postal address in parts.
final class PostalAddress {

	static final String LINE_1 = "line1";

	static final String LINE_2 = "line2";

	static final String POSTAL_CODE = "postalCode";

	static final String CITY = "city";

	static final String COUNTRY = "country";

	private static final List<String> PARTS = List.of(LINE_1, LINE_2, POSTAL_CODE, CITY, COUNTRY);

	private static final FieldRules PART_RULES = FieldRules.maxLength(100);

	private PostalAddress() {
	}

	/// A country alone is no address: forms preselect one.
	static @Nullable Map<String, String> read(@Nullable Object raw, FieldRules rules, Locale locale) {
		Map<?, ?> given = given(raw);
		String country = part(COUNTRY, given.get(COUNTRY), "");
		String region = (country != null) ? country : Objects.requireNonNullElse(Regions.of(rules, locale), "");
		Map<String, String> parts = new LinkedHashMap<>();
		for (String part : PARTS) {
			String value = part(part, given.get(part), region);
			if (value != null) {
				parts.put(part, value);
			}
		}
		return parts.isEmpty() || parts.keySet().equals(Set.of(COUNTRY)) ? null : complete(parts);
	}

	private static Map<?, ?> given(@Nullable Object raw) {
		if (raw == null || (raw instanceof String text && Text.line(text, PART_RULES) == null)) {
			return Map.of();
		}
		if (!(raw instanceof Map<?, ?> given) || !PARTS.containsAll(given.keySet())) {
			throw new Unreadable(ProblemCode.SHAPE);
		}
		return given;
	}

	private static @Nullable String part(String part, @Nullable Object raw, String region) {
		try {
			String line = Text.line(raw, PART_RULES);
			return (line == null) ? null : switch (part) {
				case COUNTRY -> Country.read(line);
				case POSTAL_CODE -> PostalCode.read(line, region);
				default -> line;
			};
		}
		catch (Unreadable ex) {
			Map<String, String> args = new HashMap<>(ex.args);
			args.put("part", part);
			throw new Unreadable(ex.code, Map.copyOf(args));
		}
	}

	private static Map<String, String> complete(Map<String, String> parts) {
		for (String needed : List.of(LINE_1, CITY)) {
			if (!parts.containsKey(needed)) {
				throw Unreadable.of(ProblemCode.ADDRESS, "part", needed);
			}
		}
		return parts;
	}

	/// As on an envelope; the country stands last where it isn't the reader's own.
	static String show(Map<?, ?> address, FieldRules rules, Locale locale) {
		String country = part(address, COUNTRY);
		boolean domestic = country.isEmpty() || country.equals(Regions.of(rules, locale));
		return Stream
			.of(part(address, LINE_1), part(address, LINE_2), town(address, country),
					domestic ? "" : Country.show(country, locale))
			.filter((line) -> !line.isEmpty())
			.collect(Collectors.joining("\n"));
	}

	private static String town(Map<?, ?> address, String country) {
		String code = part(address, POSTAL_CODE);
		String city = part(address, CITY);
		return switch (country) {
			case "GB", "IE" -> (city + "\n" + code).strip();
			case "US", "CA", "AU" -> (city + " " + code).strip();
			default -> (code + " " + city).strip();
		};
	}

	private static String part(Map<?, ?> address, String part) {
		return (address.get(part) instanceof String text) ? text : "";
	}

}
