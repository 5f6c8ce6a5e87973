package dev.insyn.contact.segment.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.insyn.contact.segment.filter.AskedFilter;
import dev.insyn.contact.segment.filter.AskedFilter.Part;
import dev.insyn.contact.segment.filter.Filter;
import dev.insyn.fields.Reading;

import org.springframework.util.MultiValueMap;

/// What was typed into the form, row by row, however unfinished. Rows are named `p0`, `p1` …, those of a group `p1.c0` ….
///
/// @param problems by the input's name
record BuilderForm(String name, AskedFilter filter, Map<String, Reading.Problem> problems) {

	static final BuilderForm EMPTY = new BuilderForm("",
			new AskedFilter("all", List.of(Part.condition("", null, List.of()))), Map.of());

	static BuilderForm of(String name, AskedFilter filter) {
		return new BuilderForm(name, filter, Map.of());
	}

	static BuilderForm typed(MultiValueMap<String, String> form) {
		List<Part> parts = new ArrayList<>();
		for (int i = 0; i < Filter.MOST_PARTS; i++) {
			String path = "p" + i;
			if (form.containsKey(path + ".match")) {
				parts.add(new Part(null, null, null, form.getFirst(path + ".match"), conditions(form, path + ".c")));
			}
			else if (form.containsKey(path + ".field")) {
				parts.add(condition(form, path));
			}
		}
		return of(text(form, "name"), new AskedFilter(form.getFirst("match"), parts));
	}

	/// After one of the form's own buttons.
	BuilderForm after(String act) {
		String[] words = act.split(":", 2);
		String path = (words.length > 1) ? words[1] : "";
		List<Part> parts = new ArrayList<>(this.filter.all());
		switch (words[0]) {
			case "add" -> {
				if (path.isEmpty()) {
					parts.add(blank());
					return with(parts);
				}
				int group = index(path, 'p');
				return (group < 0 || group >= parts.size()) ? this : with(grown(parts, group));
			}
			case "group" -> {
				parts.add(new Part(null, null, null, "any", List.of(blank(), blank())));
				return with(parts);
			}
			case "remove" -> {
				return with(without(parts, path));
			}
			default -> {
				return this;
			}
		}
	}

	BuilderForm wrong(Map<String, Reading.Problem> byPath) {
		Map<String, Reading.Problem> named = new LinkedHashMap<>();
		byPath.forEach((path, problem) -> named.put(input(path), problem));
		return new BuilderForm(this.name, this.filter, named);
	}

	/// Without the rows that nobody has begun to fill in, which are no mistake.
	BuilderForm tidied() {
		return with(this.filter.all().stream().map(BuilderForm::tidied).filter(BuilderForm::isBegun).toList());
	}

	private static Part tidied(Part part) {
		return part.grouped() ? inner(part, (rows) -> rows.stream().filter(BuilderForm::isBegun).toList()) : part;
	}

	private static boolean isBegun(Part part) {
		return part.grouped() ? !part.all().isEmpty() : part.field() != null && !part.field().isEmpty();
	}

	/// `parts[0].parts[1].values` is the input `p0.c1.value`.
	private static String input(String path) {
		return path.replaceFirst("^parts\\[(\\d+)]", "p$1")
			.replaceFirst("\\.parts\\[(\\d+)]", ".c$1")
			.replaceFirst("\\.values$", ".value")
			.replaceFirst("\\.parts$", ".match");
	}

	private BuilderForm with(List<Part> parts) {
		return of(this.name, new AskedFilter(this.filter.match(), parts));
	}

	private static List<Part> grown(List<Part> parts, int group) {
		parts.set(group, inner(parts.get(group), (rows) -> {
			rows.add(blank());
			return rows;
		}));
		return parts;
	}

	private static List<Part> without(List<Part> parts, String path) {
		String[] steps = path.split("\\.");
		int outer = index(steps[0], 'p');
		if (outer < 0 || outer >= parts.size()) {
			return parts;
		}
		if (steps.length == 1) {
			parts.remove(outer);
			return parts;
		}
		int row = index(steps[1], 'c');
		Part left = inner(parts.get(outer), (rows) -> {
			if (row >= 0 && row < rows.size()) {
				rows.remove(row);
			}
			return rows;
		});
		if (left.all().isEmpty()) {
			parts.remove(outer);
		}
		else {
			parts.set(outer, left);
		}
		return parts;
	}

	private static Part inner(Part group, UnaryOperator<List<Part>> change) {
		return new Part(null, null, null, group.match(), change.apply(new ArrayList<>(group.all())));
	}

	private static List<Part> conditions(MultiValueMap<String, String> form, String prefix) {
		List<Part> conditions = new ArrayList<>();
		for (int i = 0; i < Filter.Group.MOST_CONDITIONS; i++) {
			if (form.containsKey(prefix + i + ".field")) {
				conditions.add(condition(form, prefix + i));
			}
		}
		return conditions;
	}

	private static Part condition(MultiValueMap<String, String> form, String path) {
		List<String> values = form.getOrDefault(path + ".value", List.of())
			.stream()
			.flatMap((value) -> value.lines())
			.filter((value) -> !value.isBlank())
			.toList();
		return Part.condition(text(form, path + ".field"), text(form, path + ".is"), values);
	}

	private static Part blank() {
		return Part.condition("", null, List.of());
	}

	private static int index(String step, char letter) {
		return step.matches(letter + "\\d{1,2}") ? Integer.parseInt(step.substring(1)) : -1;
	}

	private static String text(MultiValueMap<String, String> form, String name) {
		String value = form.getFirst(name);
		return (value != null) ? value.strip() : "";
	}

	@Override
	public String toString() {
		return "BuilderForm[" + this.filter + "]";
	}

}
