package dev.insyn.page.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.insyn.page.pages.Localized;
import dev.insyn.pagekit.TextBook;
import org.jspecify.annotations.Nullable;

/// Gathers what is wrong with a page; stops at a hundred, which nobody reads to the end.
final class Findings {

	private static final int MOST = 100;

	private static final Set<String> LANGUAGES = Set.copyOf(TextBook.LANGUAGES);

	private final List<PageProblem> problems = new ArrayList<>();

	List<PageProblem> problems() {
		return List.copyOf(this.problems);
	}

	boolean isEmpty() {
		return this.problems.isEmpty();
	}

	void add(String member, String code) {
		add(new PageProblem(member, code, Map.of()));
	}

	void add(String member, String code, String name, Object value) {
		add(new PageProblem(member, code, Map.of(name, value)));
	}

	void add(PageProblem problem) {
		if (this.problems.size() < MOST) {
			this.problems.add(problem);
		}
	}

	/// A text of one line per language, in known languages.
	void line(String member, Localized text, int longest) {
		text(member, text, longest, false);
	}

	/// A text of several lines per language, in known languages.
	void lines(String member, Localized text, int longest) {
		text(member, text, longest, true);
	}

	void line(String member, @Nullable String text, int longest) {
		one(member, (text != null) ? text : "", longest, false);
	}

	void atMost(String member, int number, int most) {
		if (number > most) {
			add(member, "too-many", "max", most);
		}
	}

	void between(String member, @Nullable Integer number, int least, int most) {
		if (number == null || number < least || number > most) {
			add(new PageProblem(member, "range", Map.of("min", least, "max", most)));
		}
	}

	static boolean knows(String language) {
		return LANGUAGES.contains(language);
	}

	private void text(String member, Localized text, int longest, boolean several) {
		text.byLanguage().forEach((language, words) -> {
			if (!knows(language)) {
				add(member, "unknown-language");
			}
			one(member + "." + language, words, longest, several);
		});
	}

	private void one(String member, String text, int longest, boolean several) {
		if (text.codePointCount(0, text.length()) > longest) {
			add(member, "too-long", "max", longest);
		}
		if (text.codePoints().anyMatch((point) -> Character.isISOControl(point) && !(several && isLayout(point)))) {
			add(member, "characters");
		}
	}

	private static boolean isLayout(int point) {
		return point == '\n' || point == '\r' || point == '\t';
	}

}
