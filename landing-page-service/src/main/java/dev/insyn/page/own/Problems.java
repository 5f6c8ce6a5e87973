package dev.insyn.page.own;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldFormatter;
import dev.insyn.fields.FieldRules;
import dev.insyn.fields.FieldType;
import dev.insyn.fields.ProblemCode;
import dev.insyn.fields.Reading;
import dev.insyn.page.pages.LivePage;
import dev.insyn.page.pages.PageField;
import dev.insyn.pagekit.FieldFrame;
import dev.insyn.pagekit.FieldFrame.Mark;
import dev.insyn.pagekit.SummaryEntry;
import dev.insyn.pagekit.Texts;
import org.jspecify.annotations.Nullable;

/// What is wrong with the form, in the reader's words: beside each input, and together in the summary.
///
/// @param messages by the name of the input
record Problems(Map<String, String> messages, List<SummaryEntry> summary) {

	static final Problems NONE = new Problems(Map.of(), List.of());

	static Problems of(LivePage page, Reader reader, Map<String, Reading.Problem> found, List<String> undecided) {
		Map<String, String> messages = new LinkedHashMap<>();
		List<SummaryEntry> summary = new ArrayList<>();
		for (PageField field : page.content().editable()) {
			String heading = page.heading(field, reader.language());
			Reading.Problem problem = found.get(field.key());
			if (problem != null) {
				String input = input(field.key(), page.definition(field), problem);
				String message = message(problem, reader);
				messages.put(input, message);
				summary.add(new SummaryEntry(id(input), heading + ": " + message));
			}
			else if (undecided.contains(field.key())) {
				String message = reader.texts().get("conflict.choose");
				messages.put(field.key(), message);
				summary.add(new SummaryEntry(ConflictChoice.id(field.key()), heading + ": " + message));
			}
		}
		return new Problems(messages, summary);
	}

	/// The message beside an input; null if there is none.
	@Nullable String message(String input) {
		return this.messages.get(input);
	}

	/// Where an address lacks a part, the problem is that part's.
	private static String input(String key, FieldDefinition definition, Reading.Problem problem) {
		if (definition.type() != FieldType.ADDRESS) {
			return key;
		}
		String part = problem.code().equals(ProblemCode.POSTAL_CODE) ? "postalCode"
				: problem.code().equals(ProblemCode.COUNTRY) ? "country" : problem.args().getOrDefault("part", "");
		return Submission.ADDRESS_PARTS.contains(part) ? key + "." + part : key;
	}

	private static String message(Reading.Problem problem, Reader reader) {
		Map<String, String> shown = new LinkedHashMap<>();
		problem.args().forEach((name, value) -> shown.put(name, show(name, value, reader)));
		return reader.texts().problem(problem.code(), shown);
	}

	private static String show(String name, String value, Reader reader) {
		Texts texts = reader.texts();
		return switch (name) {
			case "part" -> texts.get("address." + value).toLowerCase(reader.locale());
			case "after", "before" -> FieldFormatter.show(plain(FieldType.DATE), value, reader.locale());
			case "min", "max" -> FieldFormatter.show(plain(FieldType.NUMBER), value, reader.locale());
			default -> value;
		};
	}

	private static FieldDefinition plain(FieldType type) {
		return new FieldDefinition("", type, Map.of(), List.of(), FieldRules.NONE, Map.of(), "", "", "");
	}

	private static String id(String input) {
		return new FieldFrame(input, "", null, null, Mark.NONE).id();
	}

}
