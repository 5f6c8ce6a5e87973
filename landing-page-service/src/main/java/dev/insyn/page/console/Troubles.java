package dev.insyn.page.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.insyn.page.editing.PageProblem;
import dev.insyn.pagekit.SummaryEntry;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Field;
import org.jspecify.annotations.Nullable;

/// What is wrong with a page, in words, at the fields it is about.
final class Troubles {

	private final Texts texts;

	private final Map<String, PageProblem> byMember = new LinkedHashMap<>();

	private final Set<String> told = new LinkedHashSet<>();

	private final List<SummaryEntry> summary = new ArrayList<>();

	Troubles(Texts texts, List<PageProblem> problems) {
		this.texts = texts;
		problems.forEach((problem) -> this.byMember.putIfAbsent(problem.member(), problem));
	}

	boolean isEmpty() {
		return this.byMember.isEmpty();
	}

	/// Whether anything at or below the member is wrong.
	boolean within(String member) {
		return this.byMember.keySet()
			.stream()
			.anyMatch((wrong) -> wrong.equals(member) || wrong.startsWith(member + ".")
					|| wrong.startsWith(member + "["));
	}

	/// Puts what is wrong with a member on its field, and into the summary.
	Field on(Field field, String member) {
		for (Map.Entry<String, PageProblem> wrong : this.byMember.entrySet()) {
			String text = words(this.texts, wrong.getValue());
			if (wrong.getKey().equals(member)) {
				field.error(text);
				tell(wrong.getKey(), firstInput(field), field.label() + ": " + text);
			}
			else if (wrong.getKey().startsWith(member + ".")) {
				String language = wrong.getKey().substring(member.length() + 1);
				if (field.texts().containsKey(language) && field.kind() == Field.Kind.LOCALISED) {
					field.error(language, text);
					tell(wrong.getKey(), field.id(language),
							field.label() + " (" + Field.languageName(language) + "): " + text);
				}
			}
		}
		return field;
	}

	/// What is wrong with a member that has no input of its own; null if nothing is.
	@Nullable String at(String member, String anchor, String label) {
		PageProblem problem = this.byMember.get(member);
		if (problem == null) {
			return null;
		}
		String text = words(this.texts, problem);
		tell(member, anchor, label + ": " + text);
		return text;
	}

	/// Every line of the error summary. What stands on another screen of the page is told
	/// without a link.
	List<SummaryEntry> summary() {
		List<SummaryEntry> all = new ArrayList<>(this.summary);
		this.byMember.forEach((member, problem) -> {
			if (!this.told.contains(member)) {
				all.add(new SummaryEntry(null, where(this.texts, member) + ": " + words(this.texts, problem)));
			}
		});
		return all;
	}

	private void tell(String member, String target, String message) {
		if (this.told.add(member)) {
			this.summary.add(new SummaryEntry(target, message));
		}
	}

	private static String firstInput(Field field) {
		return (field.kind() == Field.Kind.LOCALISED && !field.texts().isEmpty())
				? field.id(field.texts().keySet().iterator().next()) : field.id();
	}

	/// Which part of the page a member is, in words.
	static String where(Texts texts, String member) {
		String part = member.replaceAll("[.\\[].*", "");
		return texts.find("page.part." + part).orElse(member);
	}

	static String words(Texts texts, PageProblem problem) {
		if (problem.code().equals("value")) {
			Map<String, String> args = new LinkedHashMap<>();
			if (problem.args().get("args") instanceof Map<?, ?> named) {
				named.forEach((name, value) -> args.put(String.valueOf(name), String.valueOf(value)));
			}
			return texts.problem(String.valueOf(problem.args().get("problem")), args);
		}
		String key = "page.problem." + problem.code();
		Object names = problem.args().get("names");
		if (names instanceof List<?> several) {
			return texts.get(key, several.stream().map(String::valueOf).collect(Collectors.joining(", ")));
		}
		Object most = problem.args().getOrDefault("max", "");
		Object least = problem.args().get("min");
		return (least != null) ? texts.get(key, least, most) : texts.get(key, most);
	}

}
