package dev.insyn.page.editing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.insyn.page.pages.LandingPage;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.PageRules;
import dev.insyn.platform.store.Stored;
import org.jspecify.annotations.Nullable;

/// A page with everything that is configured.
///
/// @param linkLifetime as contacts have it; of the draft if it was never published
/// @param draft what is being worked on
/// @param published the newest version that contacts see or saw; null if there was none
record PageView(@JsonUnwrapped PageList.Line line, PageRules.LinkLifetime linkLifetime, String opening,
		PageContent draft, @Nullable PageContent published) {

	static PageView of(Stored<LandingPage> page, PageContent draft, @Nullable PageContent published) {
		PageRules rules = ((published != null) ? published : draft).rules();
		return new PageView(PageList.Line.of(page), rules.linkLifetime(), rules.opening(), draft, published);
	}

}
