package dev.insyn.contact.console;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.insyn.contact.catalogue.LegalBasis;
import dev.insyn.contact.records.SubmittedRecordType;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Field;
import org.jspecify.annotations.Nullable;

/// The inputs of a record type's form, each with what was typed and what is wrong with it.
final class RecordTypeInputs {

	private static final int LONGEST_KEY = 40;

	private static final int CHOICE_LINES = 5;

	private static final Set<String> SOURCES = Set.of("crm", "contact", "page");

	private final FieldWords words;

	private final RecordTypeForm form;

	RecordTypeInputs(FieldWords words, RecordTypeForm form) {
		this.words = words;
		this.form = form;
	}

	Field labels() {
		return wrong(Field.localised("labels", say("catalogue.label"), this.form.texts("labels"))
			.hint(say("records.label.hint"))
			.required()
			.atMost(SubmittedRecordType.LONGEST_LABEL), "labels");
	}

	Field key() {
		return wrong(Field.text("key", say("catalogue.key"))
			.value(this.form.value("key"))
			.hint(say("records.key.hint"))
			.required()
			.atMost(LONGEST_KEY)
			.width("medium"), "key");
	}

	Field purpose() {
		return wrong(Field.localisedLines("purpose", say("catalogue.purpose"), 2, this.form.texts("purpose"))
			.hint(say("records.purpose.hint"))
			.required()
			.atMost(SubmittedRecordType.LONGEST_PURPOSE), "purpose");
	}

	Field basis() {
		List<Choice> grounds = Stream.of(LegalBasis.values())
			.map((basis) -> Choice.of(basis.code(), this.words.basis(basis)))
			.toList();
		return wrong(Field.select("legalBasis", say("catalogue.basis"), grounds)
			.value(this.form.value("legalBasis"))
			.hint(say("catalogue.basis.hint"))
			.required(), "legalBasis");
	}

	Field retention() {
		return wrong(Field.text(Retention.NUMBER, say("catalogue.retention"))
			.value(this.form.value(Retention.NUMBER))
			.hint(say("records.retention.hint"))
			.required()
			.width("tiny")
			.beside(retentionUnit()), "retention");
	}

	private Field retentionUnit() {
		List<Choice> units = Stream.concat(Retention.UNITS.stream(), Stream.of(Retention.WHOLE))
			.map((unit) -> Choice.of(unit, say("catalogue.retention.unit." + unit)))
			.toList();
		return Field.select(Retention.UNIT, say("catalogue.retention.unit"), units)
			.value(this.form.value(Retention.UNIT))
			.width("short");
	}

	Field source() {
		String source = this.form.value("source");
		List<Choice> sources = Stream.concat(SOURCES.stream().sorted(), Stream.of(source))
			.filter((code) -> !code.isEmpty())
			.distinct()
			.map((code) -> Choice.of(code, SOURCES.contains(code) ? say("catalogue.source." + code) : code))
			.toList();
		return wrong(Field.select("source", say("catalogue.source"), sources).value(source), "source");
	}

	List<ColumnRow> columns() {
		return this.form.columns().stream().map(this::row).toList();
	}

	/// What is wrong with the columns as a whole; null if nothing is.
	@Nullable String columnsWrong() {
		return this.form.wrong("columns").isEmpty() ? null : say("records.wrong.columns");
	}

	private ColumnRow row(String id) {
		String label = this.words.text(this.form.said(RecordTypeForm.name(id) + "labels"));
		String key = this.form.value(RecordTypeForm.name(id) + "key");
		String inWords = this.words.type(this.form.type(id)) + (key.isEmpty() ? "" : " · " + key);
		boolean wrong = !this.form.wrong(part(id)).isEmpty();
		return new ColumnRow(id, (label != null) ? label : say("records.column.new"), inWords,
				this.form.value(RecordTypeForm.name(id) + "known"), settings(id), wrong || !this.form.knows(id),
				id.equals(this.form.focus()));
	}

	private List<Field> settings(String id) {
		String name = RecordTypeForm.name(id);
		String part = part(id);
		List<Choice> types = SubmittedRecordType.TYPES.stream()
			.map((type) -> Choice.of(type.name(), this.words.type(type)))
			.toList();
		Field labels = wrong(
				Field.localised(name + "labels", say("records.column.label"), this.form.texts(name + "labels"))
					.required()
					.atMost(SubmittedRecordType.LONGEST_LABEL),
				part + ".labels");
		Field key = wrong(Field.text(name + "key", say("catalogue.key"))
			.value(this.form.value(name + "key"))
			.hint(say("records.column.key.hint"))
			.required()
			.atMost(LONGEST_KEY)
			.width("medium"), part + ".key");
		Field type = wrong(Field.select(name + "type", say("catalogue.type"), types).value(this.form.type(id).name()),
				part + ".type");
		Field choices = wrong(Field
			.localisedLines(name + "choices", say("catalogue.choices"), CHOICE_LINES, this.form.texts(name + "choices"))
			.hint(say("catalogue.choices.hint"))
			.required(), part + ".choices");
		return this.form.knows(id) ? List.of(labels, type, choices) : List.of(labels, key, type, choices);
	}

	private String part(String id) {
		return "columns[" + this.form.columns().indexOf(id) + "]";
	}

	/// One sentence says all that a part may be.
	private Field wrong(Field field, String part) {
		return this.form.wrong(part).isEmpty() ? field
				: field.error(say("records.wrong." + part.substring(part.lastIndexOf('.') + 1)));
	}

	private String say(String key) {
		return this.words.say(key);
	}

}
