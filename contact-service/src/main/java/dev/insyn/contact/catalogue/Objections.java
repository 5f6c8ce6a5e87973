package dev.insyn.contact.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldReader;
import dev.insyn.fields.FieldRules;
import dev.insyn.fields.FieldType;
import dev.insyn.fields.Reading;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with a field.
final class Objections {

	static final String REQUIRED = "required";

	private final List<Objection> all = new ArrayList<>();

	void add(String member, String code) {
		add(member, code, Map.of());
	}

	void add(String member, String code, Map<String, String> args) {
		this.all.add(new Objection(member, code, args));
	}

	void addIf(boolean wrong, String member, String code) {
		if (wrong) {
			add(member, code);
		}
	}

	void addIf(boolean wrong, String member, String code, long limit) {
		if (wrong) {
			add(member, code, Map.of("max", Long.toString(limit)));
		}
	}

	void addAll(InvalidField other) {
		this.all.addAll(other.objections());
	}

	/// Objects to a line that is too long, not trimmed and composed, or holds what can't
	/// be seen.
	void line(String member, String text, int max) {
		switch (readLine(text, max)) {
			case Reading.Problem problem -> add(member, problem.code(), problem.args());
			case Reading.Value value -> addIf(!text.equals(value.canonical()), member, "characters");
		}
	}

	void raise() {
		if (!this.all.isEmpty()) {
			throw new InvalidField(this.all);
		}
	}

	/// A line as people type it, made comparable; as it is where it can't be.
	static @Nullable String tidy(@Nullable String typed) {
		return (readLine(typed, Integer.MAX_VALUE) instanceof Reading.Value value) ? (String) value.canonical() : typed;
	}

	private static Reading readLine(@Nullable String text, int max) {
		FieldDefinition line = new FieldDefinition("line", FieldType.TEXT, Map.of(), List.of(),
				FieldRules.maxLength(max), Map.of(), "", "", "");
		return FieldReader.read(line, text, Locale.ROOT);
	}

}
