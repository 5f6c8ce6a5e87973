package dev.insyn.page.console;

import java.net.URI;
import java.util.List;
import java.util.Map;

import dev.insyn.page.editing.Checks;
import dev.insyn.page.editing.EditingPages;
import dev.insyn.page.editing.InvalidPage;
import dev.insyn.page.editing.PageProblem;
import dev.insyn.page.pages.LandingPage;
import dev.insyn.page.pages.Outdated;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.Pages;
import dev.insyn.page.pages.Register;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A page is edited, one part of it at a time. Nothing is kept but what is saved, and what is saved is seen by contacts only
/// when it is published.
@RestController
@RequestMapping(path = EditorController.PAGE, produces = MediaType.TEXT_HTML_VALUE)
@RequiredLevel(RequiredLevel.READS)
class EditorController {

	static final String PAGE = PageScreens.ADDRESS + "/{page:P\\d{2,6}}";

	/// What was done last, so that whoever did it can go on there.
	private static final List<String> LAST = List.of(Editing.ADDED, ReportsTab.OPEN, ReportsTab.MOVED);

	private static final String TABS = "/{tab:content|fields|reports|hidden|rules}";

	private final Pages pages;

	private final EditingPages editing;

	private final Checks checks;

	private final EditorScreens screens;

	EditorController(Pages pages, EditingPages editing, Checks checks, EditorScreens screens) {
		this.pages = pages;
		this.editing = editing;
		this.checks = checks;
		this.screens = screens;
	}

	@GetMapping({ "", TABS })
	Content show(@PathVariable String page, @PathVariable(required = false) @Nullable String tab, UserCaller caller,
			ConsoleUser user, @RequestParam(required = false) @Nullable String done,
			@RequestParam(required = false) @Nullable String contact, @RequestParam Map<String, String> asked) {
		Stored<LandingPage> stored = this.pages.get(caller.tenant(), page);
		Register register = this.checks.register(caller.tenant());
		EditorTab shown = this.screens.tab(tab);
		PageContent content = this.pages.draft(stored);
		FormValues form = shown.fill(content, register, EditorScreens.locale(user, this.screens.tenant(caller)));
		LAST.forEach((act) -> form.with(act, asked.getOrDefault(act, "")));
		Editing work = this.screens.editing(user, stored, content, register, form, List.of());
		return this.screens.draw(shown, work, EditorScreens.Notes.of(done, contact));
	}

	@PostMapping(path = { "", TABS }, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> save(@PathVariable String page, @PathVariable(required = false) @Nullable String tab,
			UserCaller caller, ConsoleUser user, @RequestParam MultiValueMap<String, String> posted) {
		Stored<LandingPage> stored = this.pages.get(caller.tenant(), page);
		Register register = this.checks.register(caller.tenant());
		EditorTab shown = this.screens.tab(tab);
		FormValues form = new FormValues(posted);
		PageContent before = this.pages.draft(stored);
		PageContent typed = shown.read(form, before, register, EditorScreens.locale(user, this.screens.tenant(caller)));
		Integer seen = form.number("revision");
		try {
			this.editing.save(caller, page, (seen != null) ? seen : -1, typed);
			return saved(page, shown, form);
		}
		catch (InvalidPage invalid) {
			return again(HttpStatus.UNPROCESSABLE_CONTENT, shown, user, stored, typed, register, form,
					invalid.problems(), EditorScreens.Notes.NONE);
		}
		catch (Outdated outdated) {
			Stored<LandingPage> now = this.pages.get(caller.tenant(), page);
			return again(HttpStatus.CONFLICT, shown, user, now, typed, register, form, List.of(),
					EditorScreens.Notes.conflict(this.pages.draft(now)));
		}
	}

	private ResponseEntity<Content> saved(String page, EditorTab tab, FormValues form) {
		String path = PageScreens.address(page) + (tab.key().equals("content") ? "" : "/" + tab.key());
		String open = ReportsTab.openAfter(form);
		String report = ReportsTab.movedTo(form);
		boolean moved = !form.get("move").isEmpty() || !open.isEmpty();
		String done = form.get("remove").isEmpty() ? moved ? "moved" : "page.saved" : "removed";
		String added = form.get("add").isEmpty() ? form.get("to.body") + form.get("to.header") : tab.added(form);
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(path + "?done=" + done + (open.isEmpty() ? "" : "&open=" + open)
					+ (report.matches("(up|down):\\d{1,3}") ? "&moved=" + report : "")
					+ (added.matches("[a-z0-9-]{1,60}") ? "&" + Editing.ADDED + "=" + added : "")))
			.build();
	}

	private ResponseEntity<Content> again(HttpStatus status, EditorTab tab, ConsoleUser user, Stored<LandingPage> page,
			PageContent typed, Register register, FormValues form, List<PageProblem> problems,
			EditorScreens.Notes notes) {
		Editing work = this.screens.editing(user, page, typed, register, form, problems);
		return ResponseEntity.status(status).body(this.screens.draw(tab, work, notes));
	}

}
