package dev.insyn.contact.segment.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.insyn.contact.search.BlindIndex;
import dev.insyn.contact.segment.filter.Filter.Condition;
import dev.insyn.contact.segment.filter.Filter.Group;
import dev.insyn.fields.FieldReader;
import dev.insyn.fields.FieldType;
import dev.insyn.fields.Reading;
import org.jspecify.annotations.Nullable;

/// Reads what somebody asked for into a filter that can be, and says of each part what is wrong with it.
public final class FilterReading {

	public static final String REQUIRED = "required";

	static final int LONGEST_VALUE = 254;

	private static final int MOST_DAYS = 36_525;

	private final Attributes attributes;

	private final Locale locale;

	private final Map<String, Reading.Problem> problems = new LinkedHashMap<>();

	private FilterReading(Attributes attributes, Locale locale) {
		this.attributes = attributes;
		this.locale = locale;
	}

	/// @param locale whose way of writing is understood beside the canonical one
	public static Read read(AskedFilter asked, Attributes attributes, Locale locale) {
		FilterReading reading = new FilterReading(attributes, locale);
		Filter filter = reading.filter(asked);
		return new Read(reading.problems.isEmpty() ? filter : null, Map.copyOf(reading.problems));
	}

	private Filter filter(AskedFilter asked) {
		List<Filter.Part> parts = new ArrayList<>();
		count("parts", asked.all().size(), Filter.MOST_PARTS);
		for (int i = 0; i < Math.min(asked.all().size(), Filter.MOST_PARTS); i++) {
			String path = "parts[" + i + "]";
			AskedFilter.Part part = asked.all().get(i);
			if (part == null) {
				problem(path, REQUIRED);
			}
			else if (part.grouped()) {
				parts.add(group(path, part));
			}
			else {
				condition(path, part).ifPresent(parts::add);
			}
		}
		return new Filter(parts.isEmpty() ? Match.ALL : match("match", asked.match()), parts);
	}

	private Group group(String path, AskedFilter.Part asked) {
		List<Condition> conditions = new ArrayList<>();
		count(path + ".parts", asked.all().size(), Group.MOST_CONDITIONS);
		if (asked.all().isEmpty()) {
			problem(path + ".parts", REQUIRED);
		}
		for (int i = 0; i < Math.min(asked.all().size(), Group.MOST_CONDITIONS); i++) {
			AskedFilter.Part part = asked.all().get(i);
			String inner = path + ".parts[" + i + "]";
			if (part == null || part.grouped()) {
				problem(inner, (part == null) ? REQUIRED : "nested");
			}
			else {
				condition(inner, part).ifPresent(conditions::add);
			}
		}
		return new Group(match(path + ".match", asked.match()), conditions);
	}

	private Optional<Condition> condition(String path, AskedFilter.Part asked) {
		Attribute attribute = this.attributes.find(String.valueOf(asked.field())).orElse(null);
		if (attribute == null) {
			problem(path + ".field", (asked.field() == null || asked.field().isEmpty()) ? REQUIRED : "unknown-field");
			return Optional.empty();
		}
		Operator operator = Operator.find(String.valueOf(asked.is()))
			.filter(attribute.operators()::contains)
			.orElse(null);
		if (operator == null) {
			problem(path + ".is", "operator");
			return Optional.empty();
		}
		return Optional
			.of(new Condition(attribute.key(), operator, values(path + ".values", operator, attribute, asked.asked())));
	}

	private List<String> values(String path, Operator operator, Attribute attribute, List<String> asked) {
		if (operator.wants() == Operator.Wants.NOTHING) {
			return List.of();
		}
		if (asked.isEmpty()) {
			problem(path, REQUIRED);
			return List.of();
		}
		count(path, asked.size(), (operator.wants() == Operator.Wants.SEVERAL) ? Condition.MOST_VALUES : 1);
		List<String> values = new ArrayList<>();
		asked.stream().limit(Condition.MOST_VALUES).forEach((one) -> {
			String value = value(path, operator, attribute, one);
			if (value != null && !values.contains(value)) {
				values.add(value);
			}
		});
		return values;
	}

	private @Nullable String value(String path, Operator operator, Attribute attribute, String typed) {
		if (typed.length() > LONGEST_VALUE) {
			this.problems.put(path, new Reading.Problem("too-long", Map.of("max", String.valueOf(LONGEST_VALUE))));
			return null;
		}
		return switch (operator.wants()) {
			case TEXT -> words(path, typed);
			case DAYS -> days(path, typed);
			default -> canonical(path, attribute, typed);
		};
	}

	private @Nullable String words(String path, String typed) {
		if (BlindIndex.words(typed).findAny().isEmpty()) {
			problem(path, "word");
			return null;
		}
		return typed.strip();
	}

	private @Nullable String days(String path, String typed) {
		if (!typed.strip().matches("[1-9][0-9]{0,4}") || Integer.parseInt(typed.strip()) > MOST_DAYS) {
			problem(path, "days");
			return null;
		}
		return typed.strip();
	}

	private @Nullable String canonical(String path, Attribute attribute, String typed) {
		Object raw = (attribute.type() == FieldType.CHOICES) ? List.of(typed) : typed;
		switch (FieldReader.read(attribute.definition(), raw, this.locale)) {
			case Reading.Problem problem -> this.problems.put(path, problem);
			case Reading.Value(List<?> chosen) when !chosen.isEmpty() -> {
				return String.valueOf(chosen.getFirst());
			}
			case Reading.Value(String value) -> {
				return value;
			}
			case Reading.Value _ -> problem(path, REQUIRED);
		}
		return null;
	}

	private Match match(String path, @Nullable String asked) {
		if (asked != null && !asked.equals("all") && !asked.equals("any")) {
			problem(path, "match");
		}
		return "any".equals(asked) ? Match.ANY : Match.ALL;
	}

	private void count(String path, int many, int most) {
		if (many > most) {
			this.problems.put(path, new Reading.Problem("too-many", Map.of("max", String.valueOf(most))));
		}
	}

	private void problem(String path, String code) {
		this.problems.put(path, new Reading.Problem(code, Map.of()));
	}

	/// What came of it.
	///
	/// @param filter null where there are problems
	/// @param problems by the path of the part, as `parts[0].parts[1].values`
	public record Read(@Nullable Filter filter, Map<String, Reading.Problem> problems) {
	}

}
