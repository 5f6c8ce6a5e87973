package dev.insyn.page.pages;

import java.time.Instant;
import java.util.List;

import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.ClientCaller;
import dev.insyn.platform.security.RequiredScope;
import dev.insyn.platform.store.Stored;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The tenant's pages as JSON.
@RestController
@RequiredScope("pages.read")
class PageController {

	private final Pages pages;

	PageController(Pages pages) {
		this.pages = pages;
	}

	@GetMapping("/api/pages")
	List<Summary> all(ClientCaller caller) {
		return this.pages.all(caller.tenant()).stream().map(Summary::of).toList();
	}

	@GetMapping("/api/pages/{page}")
	View one(@PathVariable String page, ClientCaller caller) {
		return this.pages.find(caller.tenant(), page)
			.map(View::of)
			.orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "urn:insyn:problem:no-such-page", "No such page"));
	}

	/// A line of the list.
	record Summary(String page, Localized name, String theme, State state, @Nullable Integer version) {

		static Summary of(Stored<LandingPage> stored) {
			PublishedVersion published = stored.state().published();
			PageContent content = (published != null) ? published.content() : stored.state().draft();
			return new Summary(stored.id(), content.name(), content.theme(), State.of(published),
					(published != null) ? published.version() : null);
		}

	}

	/// A page with everything that is configured: the published content if there is one,
	/// else the draft.
	record View(String page, State state, @Nullable Integer version, @Nullable Instant publishedAt,
			PageRules.LinkLifetime linkLifetime, String opening, PageContent content) {

		static View of(Stored<LandingPage> stored) {
			PublishedVersion published = stored.state().published();
			PageContent content = (published != null) ? published.content() : stored.state().draft();
			return new View(stored.id(), State.of(published), (published != null) ? published.version() : null,
					(published != null) ? published.at() : null, content.rules().linkLifetime(),
					content.rules().opening(), content);
		}

	}

	/// Whether contacts see the page.
	enum State {

		DRAFT, PUBLISHED;

		static State of(@Nullable PublishedVersion published) {
			return (published != null) ? PUBLISHED : DRAFT;
		}

	}

}
