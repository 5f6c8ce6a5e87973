package dev.insyn.page.editing;

import java.time.Instant;
import java.util.List;

import dev.insyn.page.pages.Changed;
import dev.insyn.page.pages.LandingPage;
import dev.insyn.page.pages.Localized;
import dev.insyn.page.pages.PageCard;
import dev.insyn.page.pages.PageKind;
import dev.insyn.page.pages.PageState;
import dev.insyn.page.pages.PublishedMark;
import dev.insyn.platform.store.Stored;
import org.jspecify.annotations.Nullable;

/// Some of the pages that were searched for.
///
/// @param total how many there are
/// @param next the number after which the next ones come; null at the end
record PageList(List<Line> pages, int total, @Nullable String next) {

	static PageList of(List<Stored<LandingPage>> found, @Nullable String after, int limit) {
		int from = 0;
		while (after != null && from < found.size() && !found.get(from).id().equals(after)) {
			from++;
		}
		int first = (after != null) ? Math.min(from + 1, found.size()) : 0;
		int end = Math.min(first + limit, found.size());
		List<Line> lines = found.subList(first, end).stream().map(Line::of).toList();
		return new PageList(lines, found.size(), (end < found.size() && end > 0) ? found.get(end - 1).id() : null);
	}

	/// A page as a list tells of it.
	///
	/// @param upToDate whether the draft is what contacts see
	record Line(String page, Localized name, String description, PageKind kind, PageState state, String theme,
			List<String> languages, int revision, @Nullable Integer version, @Nullable Instant publishedAt,
			boolean upToDate, Changed.Act lastAct, Instant changedAt, String changedBy) {

		static Line of(Stored<LandingPage> stored) {
			LandingPage page = stored.state();
			PageCard card = page.card();
			PublishedMark mark = page.published();
			return new Line(stored.id(), card.name(), card.description(), card.kind(), page.state(), card.theme(),
					card.languages(), page.revision(), (mark != null) ? mark.version() : null,
					(mark != null) ? mark.at() : null, page.isUpToDate(), page.changed().act(), page.changed().at(),
					page.changed().by());
		}

	}

}
