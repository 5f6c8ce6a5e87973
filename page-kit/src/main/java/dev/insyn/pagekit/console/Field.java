package dev.insyn.pagekit.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.insyn.pagekit.Languages;
import dev.insyn.pagekit.SummaryEntry;
import org.jspecify.annotations.Nullable;

/// A field of a console form: label, hint under it, error under the hint, input. Built up once, then drawn by
/// [Console#field].
public final class Field {

	private final Kind kind;

	private final String name;

	private final String label;

	final Map<String, String> values = new LinkedHashMap<>();

	final Map<String, String> errors = new LinkedHashMap<>();

	final List<Choice> choices = new ArrayList<>();

	final Map<String, String> attributes = new LinkedHashMap<>();

	private @Nullable String hint;

	private @Nullable String error;

	private @Nullable String unit;

	private @Nullable Field beside;

	private String width = "long";

	private int rows = 1;

	private boolean required;

	private boolean optional;

	private boolean disabled;

	private boolean blank;

	private Field(Kind kind, String name, String label) {
		this.kind = kind;
		this.name = name;
		this.label = label;
	}

	/// One line of text.
	public static Field text(String name, String label) {
		return new Field(Kind.TEXT, name, label);
	}

	/// Several lines of text.
	public static Field lines(String name, String label, int rows) {
		Field field = new Field(Kind.LINES, name, label);
		field.rows = rows;
		return field;
	}

	/// A whole number.
	public static Field number(String name, String label) {
		return new Field(Kind.NUMBER, name, label).width("tiny");
	}

	/// An e-mail address.
	public static Field email(String name, String label) {
		return new Field(Kind.EMAIL, name, label);
	}

	/// A password: never filled in again.
	public static Field password(String name, String label) {
		return new Field(Kind.PASSWORD, name, label);
	}

	/// A day (`2026-11-21`).
	public static Field date(String name, String label) {
		return new Field(Kind.DATE, name, label).width("short");
	}

	/// A colour (`#1b4d4a`): typed, or chosen where the browser has a chooser.
	public static Field colour(String name, String label) {
		return new Field(Kind.COLOUR, name, label).width("short");
	}

	/// A file; its form needs [Form#upload]. The hint should say what kinds and how
	/// large.
	public static Field file(String name, String label, String accept) {
		Field field = new Field(Kind.FILE, name, label);
		field.attributes.put("accept", accept);
		return field;
	}

	/// One of many, in a list that opens.
	public static Field select(String name, String label, List<Choice> choices) {
		return new Field(Kind.SELECT, name, label).choices(choices).width("medium");
	}

	/// One of a few, all in sight.
	public static Field radios(String name, String label, List<Choice> choices) {
		return new Field(Kind.RADIOS, name, label).choices(choices);
	}

	/// Several of a few.
	public static Field checkboxes(String name, String label, List<Choice> choices) {
		return new Field(Kind.CHECKBOXES, name, label).choices(choices);
	}

	/// Yes or no: posts `true`, or nothing.
	public static Field checkbox(String name, String label) {
		return new Field(Kind.CHECKBOX, name, label);
	}

	/// One line of text per language; the inputs are named `name.sv`, `name.en` … and the
	/// languages are tabs where there
	/// is script.
	public static Field localised(String name, String label, Map<String, String> values) {
		Field field = new Field(Kind.LOCALISED, name, label);
		field.values.putAll(values);
		return field;
	}

	/// Several lines of text per language.
	public static Field localisedLines(String name, String label, int rows, Map<String, String> values) {
		Field field = localised(name, label, values);
		field.rows = rows;
		return field;
	}

	/// The value, or the one that was typed and refused.
	public Field value(@Nullable String value) {
		if (value != null) {
			this.values.put("", value);
		}
		return this;
	}

	/// The values of which there are several.
	public Field values(Set<String> chosen) {
		chosen.forEach((value) -> this.values.put(value, value));
		return this;
	}

	/// A check box that is ticked.
	public Field on(boolean ticked) {
		return ticked ? value("true") : this;
	}

	private Field choices(List<Choice> all) {
		this.choices.addAll(all);
		return this;
	}

	/// A list that opens may also have nothing chosen, under this label.
	public Field orNothing(String label) {
		this.choices.addFirst(Choice.of("", label));
		this.blank = true;
		return this;
	}

	public Field hint(@Nullable String sentence) {
		this.hint = sentence;
		return this;
	}

	/// What is wrong with the value; null if nothing is.
	public Field error(@Nullable String sentence) {
		this.error = sentence;
		return this;
	}

	/// What is wrong with the value in one language.
	public Field error(String language, String sentence) {
		this.errors.put(language, sentence);
		return this;
	}

	public Field required() {
		this.required = true;
		return this;
	}

	/// Says that it may be left empty, in forms where most may not.
	public Field optional() {
		this.optional = true;
		return this;
	}

	/// Shown, but not to be changed now. The hint should say why.
	public Field disabled() {
		this.disabled = true;
		return this;
	}

	/// What stands after a number: "days".
	public Field unit(String words) {
		this.unit = words;
		return this;
	}

	/// A list right after the input, such as of units; its label is for those who don't
	/// see where it stands.
	public Field beside(Field list) {
		this.beside = list;
		return this;
	}

	/// Bounds of a number or a day.
	public Field between(String smallest, String largest) {
		return attribute("min", smallest).attribute("max", largest);
	}

	/// The most characters.
	public Field atMost(int characters) {
		return attribute("maxlength", Integer.toString(characters));
	}

	/// What the browser may fill in by itself (`autocomplete`); a console form says `off`
	/// by itself.
	public Field autocomplete(String purpose) {
		return attribute("autocomplete", purpose);
	}

	/// About as wide as the value: `tiny`, `short`, `medium`, `long`.
	public Field width(String word) {
		this.width = word;
		return this;
	}

	private Field attribute(String attribute, String value) {
		this.attributes.put(attribute, value);
		return this;
	}

	public @Nullable String attribute(String attribute) {
		return this.attributes.get(attribute);
	}

	public String value() {
		return this.values.getOrDefault("", "");
	}

	public boolean has(String value) {
		return this.values.containsKey(value) || value.equals(this.values.get(""));
	}

	public boolean chosen() {
		return this.choices.stream().anyMatch((choice) -> has(choice.value()));
	}

	public String id() {
		return "f-" + this.name.replace('.', '-');
	}

	public String id(String language) {
		return id() + "-" + language;
	}

	public static String languageName(String language) {
		return Languages.ownName(language);
	}

	/// Whether there is a text in another language, but none in this one.
	public boolean missing(String language) {
		return this.values.getOrDefault(language, "").isBlank()
				&& this.values.values().stream().anyMatch((text) -> !text.isBlank());
	}

	/// The ids that describe the input; null if there are none.
	public @Nullable String describedBy(boolean wrong) {
		String ids = ((this.hint != null) ? id() + "-hint " : "") + (wrong ? id() + "-error" : "");
		return ids.isBlank() ? null : ids.strip();
	}

	public boolean wrong() {
		return this.error != null || !this.errors.isEmpty();
	}

	public Kind kind() {
		return this.kind;
	}

	public String name() {
		return this.name;
	}

	public String label() {
		return this.label;
	}

	public Map<String, String> texts() {
		return this.values;
	}

	public Map<String, String> errors() {
		return this.errors;
	}

	public List<Choice> choices() {
		return this.choices;
	}

	public @Nullable String hint() {
		return this.hint;
	}

	public @Nullable String error() {
		return this.error;
	}

	public @Nullable String unit() {
		return this.unit;
	}

	public @Nullable Field beside() {
		return this.beside;
	}

	public String width() {
		return this.width;
	}

	public int rows() {
		return this.rows;
	}

	public boolean isRequired() {
		return this.required;
	}

	public boolean isOptional() {
		return this.optional;
	}

	public boolean isDisabled() {
		return this.disabled;
	}

	public boolean isBlank() {
		return this.blank;
	}

	/// The lines of the error summary that are about this field.
	List<SummaryEntry> summary() {
		List<SummaryEntry> entries = new ArrayList<>();
		if (this.error != null) {
			entries.add(new SummaryEntry(firstInput(), this.label + ": " + this.error));
		}
		this.errors.forEach((language, message) -> entries
			.add(new SummaryEntry(id(language), this.label + " (" + languageName(language) + "): " + message)));
		return entries;
	}

	private String firstInput() {
		return (this.kind == Kind.LOCALISED) ? id(this.values.keySet().iterator().next()) : id();
	}

	/// How the input looks.
	public enum Kind {

		TEXT, LINES, NUMBER, EMAIL, PASSWORD, DATE, COLOUR, FILE, SELECT, RADIOS, CHECKBOXES, CHECKBOX, LOCALISED;

		/// The type of the input, where it is one.
		public String type() {
			return switch (this) {
				case EMAIL -> "email";
				case NUMBER -> "number";
				case PASSWORD -> "password";
				case DATE -> "date";
				case FILE -> "file";
				default -> "text";
			};
		}

	}

}
