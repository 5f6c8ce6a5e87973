package dev.insyn.page.editing;

import java.time.LocalDate;

import dev.insyn.page.pages.Localized;
import dev.insyn.page.pages.PageContent;

/// What a page must have before contacts may see it, and a draft may lack.
final class ReadyChecks {

	private ReadyChecks() {
	}

	static void check(PageContent content, LocalDate today, Findings findings) {
		String language = content.languages().isEmpty() ? "en" : content.languages().getFirst();
		text("name", content.name(), language, findings);
		text("title", content.title(), language, findings);
		text("button", content.button(), language, findings);
		if (content.fields().isEmpty() && content.reports().isEmpty()) {
			findings.add("body", "nothing-to-show");
		}
		LocalDate last = content.rules().linkLifetime().date();
		if (last != null && last.isBefore(today)) {
			findings.add("rules.linkLifetime.date", "past");
		}
	}

	private static void text(String member, Localized text, String language, Findings findings) {
		if (!text.byLanguage().containsKey(language)) {
			findings.add(member + "." + language, "required");
		}
	}

}
