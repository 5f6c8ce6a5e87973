package dev.insyn.page.console;

import java.util.List;
import java.util.Map;

import dev.insyn.page.editing.PageProblem;
import dev.insyn.pagekit.Texts;

/// Something that keeps a page from being published, and where it is set right.
///
/// @param address of a screen; relative to the page's own where it does not begin with a slash
record Obstacle(String words, String address) {

	private static final Map<String, String> TABS = Map.of("header", "/fields", "body", "/fields", "reports",
			"/reports", "hidden", "/hidden", "logNote", "/hidden", "rules", "/rules");

	static List<Obstacle> of(Texts texts, List<PageProblem> problems) {
		return problems.stream()
			.map((problem) -> new Obstacle(
					Troubles.where(texts, problem.member()) + language(problem.member()) + ": "
							+ Troubles.words(texts, problem),
					TABS.getOrDefault(problem.member().replaceAll("[.\\[].*", ""), "")))
			.toList();
	}

	private static String language(String member) {
		String last = member.substring(member.lastIndexOf('.') + 1);
		return member.contains(".") && last.length() == 2 ? " (" + dev.insyn.pagekit.Languages.ownName(last) + ")" : "";
	}

}
