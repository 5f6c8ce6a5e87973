package dev.insyn.contact.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import dev.insyn.contact.catalogue.CatalogueField;
import dev.insyn.contact.catalogue.LegalBasis;
import dev.insyn.contact.catalogue.Objection;
import dev.insyn.contact.catalogue.Sensitivity;
import dev.insyn.contact.catalogue.ValueRules;
import dev.insyn.fields.FieldType;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Field;

/// The inputs of a field's form, each with what was typed and what is wrong with it.
final class FieldInputs {

	private static final Set<String> SOURCES = Set.of("crm", "contact", "page");

	private static final int CHOICE_LINES = 8;

	private final FieldWords words;

	private final FieldForm form;

	FieldInputs(FieldWords words, FieldForm form) {
		this.words = words;
		this.form = form;
	}

	Field labels() {
		return localised(Field.localised("labels", say("catalogue.label"), this.form.texts("labels"))
			.hint(say("catalogue.label.hint"))
			.required()
			.atMost(CatalogueField.LONGEST_LABEL), "labels");
	}

	Field key() {
		return refused(Field.text("key", say("catalogue.key"))
			.value(this.form.value("key"))
			.hint(say("catalogue.key.hint"))
			.required()
			.atMost(60)
			.width("medium"), "key");
	}

	Field type() {
		List<Choice> types = Stream.of(FieldType.values())
			.map((type) -> Choice.of(type.name(), this.words.type(type)))
			.toList();
		return refused(Field.select("type", say("catalogue.type"), types)
			.value(this.form.type().name())
			.hint(say("catalogue.type.hint")), "type");
	}

	/// What its values keep to, and what there is to choose.
	List<Field> rules() {
		List<Field> fields = new ArrayList<>();
		FieldType type = this.form.type();
		FieldForm.rulesOf(type).forEach((rule) -> fields.add(rule(rule, type)));
		if (type == FieldType.CHOICE || type == FieldType.CHOICES) {
			fields.add(localised(
					Field.localisedLines("choices", say("catalogue.choices"), CHOICE_LINES, this.form.texts("choices"))
						.hint(say("catalogue.choices.hint"))
						.required(),
					"choices"));
			if (!this.form.choices().isEmpty()) {
				List<Choice> choices = this.form.choices().stream().map((value) -> Choice.of(value, value)).toList();
				fields.add(Field.checkboxes("off", say("catalogue.choices.off"), choices)
					.values(this.form.offNow())
					.hint(say("catalogue.choices.off.hint")));
			}
		}
		return fields;
	}

	Field purpose() {
		return localised(Field.localisedLines("purpose", say("catalogue.purpose"), 2, this.form.texts("purpose"))
			.hint(say("catalogue.purpose.hint"))
			.atMost(CatalogueField.LONGEST_PURPOSE), "purpose");
	}

	Field basis() {
		List<Choice> grounds = Stream.of(LegalBasis.values())
			.map((basis) -> Choice.of(basis.code(), this.words.basis(basis)))
			.toList();
		return refused(Field.select("legalBasis", say("catalogue.basis"), grounds)
			.orNothing(say("catalogue.not-said"))
			.value(this.form.value("legalBasis"))
			.hint(say("catalogue.basis.hint")), "legalBasis");
	}

	Field retention() {
		Field field = Field.text(Retention.NUMBER, say("catalogue.retention"))
			.value(this.form.value(Retention.NUMBER))
			.hint(say("catalogue.retention.hint"))
			.width("tiny")
			.beside(retentionUnit());
		return refused(field, "retention");
	}

	private Field retentionUnit() {
		List<Choice> units = Stream.concat(Retention.UNITS.stream(), Stream.of(Retention.WHOLE))
			.map((unit) -> Choice.of(unit, say("catalogue.retention.unit." + unit)))
			.toList();
		String unit = this.form.value(Retention.UNIT);
		return Field.select(Retention.UNIT, say("catalogue.retention.unit"), units)
			.value((unit != null) ? unit : "Y")
			.width("short");
	}

	Field source() {
		String source = this.form.value("source");
		Stream<String> known = Stream.concat(SOURCES.stream().sorted(), Stream.ofNullable(source)).distinct();
		List<Choice> sources = known
			.map((code) -> Choice.of(code, SOURCES.contains(code) ? say("catalogue.source." + code) : code))
			.toList();
		return refused(Field.select("source", say("catalogue.source"), sources).value(source), "source");
	}

	Field sensitivity() {
		List<Choice> levels = Stream.of(Sensitivity.values())
			.map((level) -> Choice.of(level.code(), say("catalogue.sensitivity." + level.code()))
				.hint(say("catalogue.sensitivity." + level.code() + ".hint")))
			.toList();
		return refused(
				Field.radios("sensitivity", say("catalogue.sensitivity"), levels).value(this.form.value("sensitivity")),
				"sensitivity");
	}

	private Field rule(String rule, FieldType type) {
		String name = "rules." + rule;
		String label = say("catalogue.rule." + rule);
		String value = this.form.value(name);
		Field field = switch (rule) {
			case "minLength",
					"maxLength" ->
				Field.number(name, label)
					.unit(say("catalogue.rule.characters"))
					.between("0", Integer.toString(ValueRules.longest(type)));
			case "after", "before" -> Field.text(name, label).hint(say("catalogue.rule.date.hint")).width("short");
			case "defaultRegion" ->
				Field.text(name, label).hint(say("catalogue.rule.defaultRegion.hint")).width("tiny");
			default -> Field.text(name, label).width("short");
		};
		return refused(field.value(value), name);
	}

	private Field localised(Field field, String member) {
		for (Objection objection : this.form.wrong(member)) {
			String said = place(objection) + this.words.objection(objection);
			String last = objection.member().substring(objection.member().lastIndexOf('.') + 1);
			if (this.form.languages().contains(last)) {
				field.error(last, said);
			}
			else {
				field.error(said);
			}
		}
		return field;
	}

	private Field refused(Field field, String member) {
		List<Objection> wrong = this.form.wrong(member);
		return wrong.isEmpty() ? field : field.error(this.words.objection(wrong.getFirst()));
	}

	/// Which choice an objection is about.
	private String place(Objection objection) {
		int bracket = objection.member().indexOf('[');
		if (bracket < 0) {
			return "";
		}
		int place = Integer.parseInt(objection.member().substring(bracket + 1, objection.member().indexOf(']')));
		return (place < this.form.choices().size()) ? this.form.choices().get(place) + ": "
				: String.format(Locale.ROOT, "%d: ", place + 1);
	}

	private String say(String key) {
		return this.words.say(key);
	}

}
