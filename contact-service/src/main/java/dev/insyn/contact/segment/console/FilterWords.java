package dev.insyn.contact.segment.console;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.contact.segment.filter.AskedFilter;
import dev.insyn.contact.segment.filter.Attribute;
import dev.insyn.contact.segment.filter.Attributes;
import dev.insyn.contact.segment.filter.Operator;
import dev.insyn.fields.FieldFormatter;
import dev.insyn.fields.FieldType;
import dev.insyn.fields.Reading;
import dev.insyn.pagekit.console.Choice;

/// What attributes, conditions and values are called on the screen.
final class FilterWords {

	private final Screen screen;

	private final Attributes attributes;

	FilterWords(Screen screen, Attributes attributes) {
		this.screen = screen;
		this.attributes = attributes;
	}

	String say(String key, Object... arguments) {
		return this.screen.say(key, arguments);
	}

	Attributes attributes() {
		return this.attributes;
	}

	/// What can be asked about; what is retired only where it is asked about already.
	List<Choice> attributes(String chosen) {
		return this.attributes.all()
			.stream()
			.filter((attribute) -> attribute.key().equals(chosen)
					|| !Boolean.TRUE.equals(attribute.definition().retired()))
			.map((attribute) -> Choice.of(attribute.key(), label(attribute)))
			.toList();
	}

	List<Choice> operators(Attribute attribute) {
		return attribute.operators()
			.stream()
			.map((operator) -> Choice.of(operator.code(), operator(operator, attribute.type())))
			.toList();
	}

	List<Choice> values(Attribute attribute) {
		return switch (attribute.type()) {
			case YES_NO -> List.of(Choice.of("true", say("segments.yes")), Choice.of("false", say("segments.no")));
			case COUNTRY -> Stream.of(Locale.getISOCountries())
				.map((code) -> Choice.of(code, Locale.of("", code).getDisplayCountry(this.screen.texts().locale())))
				.sorted(Comparator.comparing(Choice::label, Collator.getInstance(this.screen.texts().locale())))
				.toList();
			default -> attribute.definition()
				.choices()
				.stream()
				.map((choice) -> Choice.of(choice.value(), value(attribute, choice.value())))
				.toList();
		};
	}

	String label(Attribute attribute) {
		return attribute.isOwn() ? say("segments.attribute." + attribute.key().substring(1))
				: attribute.definition().label(locale());
	}

	String problem(Reading.Problem problem) {
		String most = problem.args().getOrDefault("max", "");
		return this.screen.texts()
			.find("segments.problem." + problem.code(), most)
			.orElseGet(() -> this.screen.texts().problem(problem.code(), problem.args()));
	}

	/// The whole filter, line by line.
	List<String> lines(AskedFilter filter) {
		return filter.all().stream().map((part) -> part.grouped() ? group(part) : condition(part)).toList();
	}

	String match(AskedFilter filter) {
		if (filter.all().isEmpty()) {
			return say("segments.conditions.none");
		}
		return say("any".equals(filter.match()) ? "segments.match.any" : "segments.match.all");
	}

	private String group(AskedFilter.Part group) {
		String joint = say("any".equals(group.match()) ? "segments.or" : "segments.and");
		return group.all().stream().map(this::condition).collect(Collectors.joining(" " + joint + " "));
	}

	private String condition(AskedFilter.Part condition) {
		Attribute attribute = this.attributes.find(String.valueOf(condition.field())).orElse(null);
		if (attribute == null) {
			return say("segments.gone", String.valueOf(condition.field()));
		}
		Operator operator = Operator.find(String.valueOf(condition.is())).orElse(Operator.IS);
		String values = condition.asked()
			.stream()
			.map((value) -> (operator.wants() == Operator.Wants.DAYS) ? say("segments.days", value)
					: (operator.wants() == Operator.Wants.TEXT) ? value : value(attribute, value))
			.collect(Collectors.joining(", "));
		return (label(attribute) + " " + operator(operator, attribute.type()) + " " + values).strip();
	}

	/// Dates are before and after, which is said otherwise of numbers and words.
	String operator(Operator operator, FieldType type) {
		return this.screen.texts()
			.find("segments.is." + operator.code() + "." + type.name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.orElseGet(() -> say("segments.is." + operator.code()));
	}

	private String value(Attribute attribute, String value) {
		return (attribute.type() == FieldType.YES_NO) ? say(value.equals("true") ? "segments.yes" : "segments.no")
				: FieldFormatter.show(attribute.definition(), value, locale());
	}

	Locale locale() {
		return Locale.of(this.screen.texts().locale().getLanguage(), this.screen.tenant().country());
	}

}
