package dev.insyn.page.own;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldReader;
import dev.insyn.fields.FieldType;
import dev.insyn.fields.ProblemCode;
import dev.insyn.fields.Reading;
import dev.insyn.page.pages.LivePage;
import dev.insyn.page.pages.PageField;
import org.jspecify.annotations.Nullable;

/// What a form says after reading: what the contact changed, and what is wrong. Only changes leave this service.
///
/// @param changes new canonical values of what the contact changed, null where cleared
/// @param presets the keys of changes that are nothing but a preset value left as it was
/// @param problems by field key
/// @param undecided conflicts that the contact has not chosen a side in
record ReadForm(Map<String, @Nullable Object> changes, List<String> presets, Map<String, Reading.Problem> problems,
		List<String> undecided) {

	static final String CHOOSE_CODE = "undecided";

	static ReadForm of(LivePage page, Submission form, Shown shown, Reader reader) {
		Map<String, @Nullable Object> changes = new LinkedHashMap<>();
		Map<String, Reading.Problem> problems = new LinkedHashMap<>();
		List<String> presets = new ArrayList<>();
		List<String> undecided = new ArrayList<>();
		List<String> conflicts = form.values().getOrDefault(Submission.CONFLICT, List.of());
		for (PageField field : page.content().editable()) {
			FieldDefinition definition = page.definition(field);
			Object before = shown.value(field.key());
			String choice = conflicts.contains(field.key()) ? form.first(Submission.CHOOSE + field.key()) : "mine";
			if (choice.isEmpty()) {
				undecided.add(field.key());
			}
			if (choice.equals("current")) {
				continue;
			}
			switch (read(form, field, definition, before, reader)) {
				case Reading.Problem problem -> problems.put(field.key(), problem);
				case Reading.Value value when value.isEmpty() && field.required() ->
					problems.put(field.key(), new Reading.Problem(ProblemCode.REQUIRED, Map.of()));
				case Reading.Value value when !Objects.equals(value.canonical(), before) -> {
					changes.put(field.key(), value.canonical());
					if (before == null && isPreset(field, definition, value.canonical(), reader)) {
						presets.add(field.key());
					}
				}
				case Reading.Value same -> {
				}
			}
		}
		return new ReadForm(changes, presets, problems, undecided);
	}

	boolean isSound() {
		return this.problems.isEmpty() && this.undecided.isEmpty();
	}

	/// Whether the contact itself changed anything.
	boolean touched() {
		return this.changes.size() > this.presets.size();
	}

	/// What stands as it was drawn is as it was, even where today's rules would not take
	/// it.
	private static Reading read(Submission form, PageField field, FieldDefinition definition, @Nullable Object before,
			Reader reader) {
		if (!form.has(field, definition.type()) || isAsDrawn(form, field, definition, before, reader)) {
			return new Reading.Value(before);
		}
		return FieldReader.read(definition, form.raw(field, definition.type()), reader.locale());
	}

	private static boolean isAsDrawn(Submission form, PageField field, FieldDefinition definition,
			@Nullable Object before, Reader reader) {
		if (before == null || definition.type() == FieldType.ADDRESS || definition.type() == FieldType.CHOICES) {
			return false;
		}
		String drawn = Drawn.text(definition, before, reader.locale());
		return form.first(field.key()).replace("\r\n", "\n").equals(drawn);
	}

	private static boolean isPreset(PageField field, FieldDefinition definition, @Nullable Object value,
			Reader reader) {
		List<String> preset = field.preset();
		if (preset == null) {
			return false;
		}
		Object raw = (definition.type() == FieldType.CHOICES) ? preset : preset.getFirst();
		return FieldReader.read(definition, raw, reader.locale()) instanceof Reading.Value read
				&& Objects.equals(read.canonical(), value);
	}

	@Override
	public String toString() {
		return "ReadForm[" + this.changes.keySet() + ", " + this.problems.keySet() + "]";
	}

}
