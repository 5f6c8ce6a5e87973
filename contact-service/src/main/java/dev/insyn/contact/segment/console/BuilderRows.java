package dev.insyn.contact.segment.console;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import dev.insyn.contact.segment.console.BuilderView.RowView;
import dev.insyn.contact.segment.filter.AskedFilter.Part;
import dev.insyn.contact.segment.filter.Attribute;
import dev.insyn.contact.segment.filter.Operator;
import dev.insyn.fields.FieldType;
import dev.insyn.fields.Reading;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.Field;
import dev.insyn.pagekit.Texts;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// The rows of the form, each with the inputs that fit what is asked about.
final class BuilderRows {

	private final Texts texts;

	private final FilterWords words;

	private final BuilderForm form;

	private final List<Field> fields = new ArrayList<>();

	BuilderRows(Texts texts, FilterWords words, BuilderForm form) {
		this.texts = texts;
		this.words = words;
		this.form = form;
	}

	List<RowView> rows() {
		List<RowView> rows = new ArrayList<>();
		List<Part> parts = this.form.filter().all();
		for (int i = 0; i < parts.size(); i++) {
			rows.add(parts.get(i).grouped() ? group("p" + i, i + 1, parts.get(i))
					: condition("p" + i, this.words.say("segments.condition", i + 1), parts.get(i)));
		}
		return rows;
	}

	Content match(String name, @Nullable String value, boolean group) {
		String all = group ? "segments.match.group.all" : "segments.match.all";
		String any = group ? "segments.match.group.any" : "segments.match.any";
		return drawn(Field
			.select(name, this.words.say("segments.match"),
					List.of(Choice.of("all", this.words.say(all)), Choice.of("any", this.words.say(any))))
			.value("any".equals(value) ? "any" : "all"));
	}

	/// Everything that was drawn, for the summary of what is wrong.
	List<Field> fields() {
		return this.fields;
	}

	private RowView group(String path, int number, Part group) {
		List<RowView> rows = new ArrayList<>();
		for (int i = 0; i < group.all().size(); i++) {
			rows.add(condition(path + ".c" + i, this.words.say("segments.condition.of-group", i + 1, number),
					group.all().get(i)));
		}
		return new RowView(path, this.words.say("segments.group", number), true,
				match(path + ".match", group.match(), true), rows, null, null, null);
	}

	private RowView condition(String path, String name, Part part) {
		String chosen = (part.field() != null) ? part.field() : "";
		Attribute attribute = this.words.attributes().find(chosen).orElse(null);
		Content field = drawn(
				Field.select(path + ".field", said("segments.attribute", name), this.words.attributes(chosen))
					.value(chosen));
		if (attribute == null) {
			return new RowView(path, name, false, null, List.of(), field, null, null);
		}
		Operator operator = Operator.find(String.valueOf(part.is()))
			.filter(attribute.operators()::contains)
			.orElse(attribute.operators().getFirst());
		Content is = drawn(Field.select(path + ".is", said("segments.operator", name), this.words.operators(attribute))
			.value(operator.code()));
		Field value = value(path + ".value", said("segments.value", name), attribute, operator, part.asked());
		return new RowView(path, name, false, null, List.of(), field, is, (value != null) ? drawn(value) : null);
	}

	private @Nullable Field value(String name, String label, Attribute attribute, Operator operator,
			List<String> values) {
		String first = values.isEmpty() ? "" : values.getFirst();
		boolean listed = attribute.type() == FieldType.CHOICE || attribute.type() == FieldType.CHOICES;
		return switch (operator.wants()) {
			case NOTHING -> null;
			case DAYS ->
				Field.number(name, label).value(first).unit(this.words.say("segments.unit.days")).between("1", "36525");
			case TEXT -> Field.text(name, label).value(first).atMost(200);
			case SEVERAL ->
				listed ? Field.checkboxes(name, label, this.words.values(attribute)).values(new HashSet<>(values))
						: Field.lines(name, label, 3)
							.value(String.join("\n", values))
							.hint(this.words.say("segments.lines"));
			case ONE -> one(name, label, attribute, first);
		};
	}

	private Field one(String name, String label, Attribute attribute, String value) {
		return switch (attribute.type()) {
			case YES_NO, CHOICE, COUNTRY -> Field.select(name, label, this.words.values(attribute)).value(value);
			case DATE -> Field.date(name, label).value(value);
			case NUMBER -> Field.text(name, label).value(value).width("short").atMost(40);
			default -> Field.text(name, label).value(value).atMost(200);
		};
	}

	/// Says where it stands, for who doesn't see it, and in the summary of what is wrong.
	private String said(String key, String row) {
		return this.words.say(key) + " (" + row + ")";
	}

	private Content drawn(Field field) {
		Reading.Problem problem = this.form.problems().get(field.name());
		this.fields.add(field.error((problem != null) ? this.words.problem(problem) : null));
		return Console.field(this.texts, field);
	}

}
