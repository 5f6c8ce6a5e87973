package dev.insyn.page.console;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import dev.insyn.page.editing.Checks;
import dev.insyn.page.editing.Comparison;
import dev.insyn.page.editing.EditingPages;
import dev.insyn.page.pages.KeptVersion;
import dev.insyn.page.pages.LandingPage;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.PageState;
import dev.insyn.page.pages.Pages;
import dev.insyn.page.pages.PublishedMark;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Badge;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Column;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Difference;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Paging;
import dev.insyn.pagekit.console.Row;
import dev.insyn.pagekit.console.Table;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.pagekit.console.Times;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Every version that contacts have seen: compared side by side, taken back into the draft.
@RestController
@RequestMapping(path = EditorController.PAGE + "/versions", produces = MediaType.TEXT_HTML_VALUE)
@RequiredLevel(RequiredLevel.READS)
class VersionsController {

	private static final int ROWS = 20;

	private final Pages pages;

	private final EditingPages editing;

	private final Checks checks;

	private final PageScreens screens;

	private final Users users;

	VersionsController(Pages pages, EditingPages editing, Checks checks, PageScreens screens, Users users) {
		this.pages = pages;
		this.editing = editing;
		this.checks = checks;
		this.screens = screens;
		this.users = users;
	}

	@GetMapping
	Content list(@PathVariable String page, UserCaller caller, ConsoleUser user, TableQuery query,
			@RequestParam(required = false) @Nullable String done) {
		Stored<LandingPage> stored = this.pages.get(caller.tenant(), page);
		Texts texts = this.screens.texts(user);
		PublishedMark mark = stored.state().published();
		int newest = (mark != null) ? mark.version() : 0;
		int from = newest - (query.page() - 1) * ROWS;
		List<KeptVersion> versions = (from > 0) ? this.pages.versions(caller.tenant(), page, from, ROWS) : List.of();
		boolean writes = user.may(RequiredLevel.CONFIGURES) && stored.state().state() != PageState.ARCHIVED;
		Users.Known known = this.users.all();
		Table table = Table.of("versions", texts.get("page.tab.versions"), query)
			.columns(Column.of(texts.get("page.versions.version")), Column.of(texts.get("page.versions.at")),
					Column.of(texts.get("page.versions.by")))
			.rows(versions.stream()
				.map((kept) -> row(texts, stored, kept, writes, known, this.screens.times(user)))
				.toList())
			.total(newest)
			.paging(Paging.numbered(query.page(), ROWS, newest))
			.empty(Empty.of(texts.get("page.versions.empty")));
		return this.screens.screen(this.screens.head(user, stored, "versions"), done, Console.table(texts, table));
	}

	private static Row row(Texts texts, Stored<LandingPage> page, KeptVersion kept, boolean writes, Users.Known known,
			Times times) {
		int version = kept.published().version();
		PublishedMark mark = page.state().published();
		boolean live = page.state().state() == PageState.PUBLISHED && mark != null && mark.version() == version;
		String address = PageScreens.address(page.id()) + "/versions/";
		Row row = Row.to(address + "compare?from=" + version + "&to=draft",
				live ? Templates.pair(Cell.text(texts.get("page.version", version)),
						Cell.state(Badge.good(texts.get("page.versions.live"))))
						: Cell.text(texts.get("page.version", version)),
				times.ago(kept.published().at()), Cell.text(PageScreens.who(texts, kept.by(), known)));
		row = row
			.action(Action.link(texts.get("page.versions.compare"), address + "compare?from=" + version + "&to=draft")
				.quiet());
		return writes ? row.action(Action.post(texts.get("page.versions.restore"), address + version + "/restore")
			.with("revision", String.valueOf(page.state().revision()))
			.quiet()) : row;
	}

	@GetMapping("/compare")
	Content compare(@PathVariable String page, UserCaller caller, ConsoleUser user,
			@RequestParam(defaultValue = "draft") String from, @RequestParam(defaultValue = "draft") String to) {
		Stored<LandingPage> stored = this.pages.get(caller.tenant(), page);
		Texts texts = this.screens.texts(user);
		PageContent before = content(caller, stored, from);
		PageContent after = content(caller, stored, to);
		List<Difference> lines = new InWords(texts, this.checks.register(caller.tenant()))
			.lines(Comparison.of(before, after));
		PublishedMark mark = stored.state().published();
		List<Content> parts = new ArrayList<>();
		parts.add(Templates.sides(texts, PageScreens.address(page) + "/versions/compare",
				(mark != null) ? mark.version() : 0, from, to));
		parts.add(lines.isEmpty() ? Console.paragraph(texts.get("page.compare.same"))
				: Console.differences(texts, side(texts, from), side(texts, to), lines));
		return this.screens.screen(this.screens.head(user, stored, "versions"), null, parts.toArray(Content[]::new));
	}

	@PostMapping("/{version}/restore")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> restore(@PathVariable String page, @PathVariable int version, UserCaller caller,
			@RequestParam(defaultValue = "-1") int revision) {
		this.editing.restore(caller, page, revision, version);
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(PageScreens.address(page) + "?done=page.restored"))
			.build();
	}

	private PageContent content(UserCaller caller, Stored<LandingPage> page, String which) {
		return which.matches("\\d{1,6}")
				? this.editing.version(caller, page.id(), Integer.parseInt(which)).published().content()
				: this.pages.draft(page);
	}

	private static String side(Texts texts, String which) {
		return which.matches("\\d{1,6}") ? texts.get("page.version", which) : texts.get("page.draft");
	}

}
