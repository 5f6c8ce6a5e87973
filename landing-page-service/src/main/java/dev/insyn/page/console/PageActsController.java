package dev.insyn.page.console;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import dev.insyn.page.editing.Checks;
import dev.insyn.page.editing.Comparison;
import dev.insyn.page.editing.EditingPages;
import dev.insyn.page.editing.PageProblem;
import dev.insyn.page.pages.LandingPage;
import dev.insyn.page.pages.Outdated;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.Pages;
import dev.insyn.page.pages.Register;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Difference;
import dev.insyn.pagekit.console.Section;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import gg.jte.Content;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What is done with a whole page: publish after a look at what changes for contacts, archive, discard, delete after a
/// question, duplicate.
@RestController
@RequestMapping(path = EditorController.PAGE, produces = MediaType.TEXT_HTML_VALUE)
@RequiredLevel(RequiredLevel.CONFIGURES)
class PageActsController {

	private final Pages pages;

	private final EditingPages editing;

	private final Checks checks;

	private final PageScreens screens;

	private final Users users;

	PageActsController(Pages pages, EditingPages editing, Checks checks, PageScreens screens, Users users) {
		this.pages = pages;
		this.editing = editing;
		this.checks = checks;
		this.screens = screens;
		this.users = users;
	}

	/// What contacts will see otherwise than now, and what stands in the way.
	@GetMapping("/publish")
	Content review(@PathVariable String page, UserCaller caller, ConsoleUser user) {
		Stored<LandingPage> stored = this.pages.get(caller.tenant(), page);
		PageContent draft = this.pages.draft(stored);
		Register register = this.checks.register(caller.tenant());
		List<PageProblem> problems = this.checks.ofPublishing(caller.tenant(), draft, register);
		Lacking lacking = Lacking.of(draft, register);
		Texts texts = this.screens.texts(user);
		ConsoleFrame frame = ConsoleFrame.of(texts, texts.get("page.publish.title", page), Section.LANDING_PAGES, user)
			.under(page + " " + stored.state().card().title(), PageScreens.address(page));
		boolean ready = problems.isEmpty() && lacking.isEmpty();
		if (ready) {
			frame = frame.action(Action.link(texts.get("console.cancel"), PageScreens.address(page)).quiet())
				.action(Action.post(texts.get("page.publish.does", page), PageScreens.address(page) + "/publish")
					.with("revision", String.valueOf(stored.state().revision()))
					.primary());
		}
		List<Content> parts = new ArrayList<>();
		if (!ready) {
			parts.add(Templates.obstacles(texts, PageScreens.address(page), Obstacle.of(texts, problems),
					lacking.fields(texts), lacking.recordTypes(texts)));
		}
		parts.add(changes(texts, stored, draft, register));
		parts.add(Templates.preview(PreviewPane.of(texts, page, "content", stored.state().card().languages(), null)));
		return Console.page(frame, parts.toArray(Content[]::new));
	}

	private Content changes(Texts texts, Stored<LandingPage> stored, PageContent draft, Register register) {
		return this.pages.published(stored).map((before) -> {
			List<Difference> lines = new InWords(texts, register).lines(Comparison.of(before, draft));
			Integer version = PageScreens.version(stored.state());
			return lines.isEmpty() ? Console.paragraph(texts.get("page.publish.nothing"))
					: Console.all(Console.paragraph(texts.get("page.publish.changes")),
							Console.differences(texts, texts.get("page.version", (version != null) ? version : 0),
									texts.get("page.draft"), lines));
		}).orElseGet(() -> Console.paragraph(texts.get("page.publish.first")));
	}

	@GetMapping("/{act:archive|discard|delete}")
	Content ask(@PathVariable String page, @PathVariable String act, UserCaller caller, ConsoleUser user) {
		Stored<LandingPage> stored = this.pages.get(caller.tenant(), page);
		Texts texts = this.screens.texts(user);
		var question = PageScreens.question(texts, stored, act);
		return Console.page(
				ConsoleFrame.of(texts, question.heading(), Section.LANDING_PAGES, user)
					.under(page + " " + stored.state().card().title(), PageScreens.address(page)),
				Console.confirmation(texts, question));
	}

	@PostMapping("/{act:publish|archive|unarchive|discard|delete|duplicate}")
	ResponseEntity<Content> act(@PathVariable String page, @PathVariable String act, UserCaller caller,
			ConsoleUser user, @RequestParam(defaultValue = "-1") int revision) {
		try {
			return to(switch (act) {
				case "publish" -> this.editing.publish(caller, page, revision).id();
				case "archive" -> this.editing.archive(caller, page, revision).id();
				case "unarchive" -> this.editing.unarchive(caller, page, revision).id();
				case "discard" -> this.editing.discard(caller, page, revision).id();
				case "duplicate" -> this.editing.duplicate(caller, page).id();
				default -> deleted(caller, page, revision);
			}, act);
		}
		catch (Outdated outdated) {
			return ResponseEntity.status(HttpStatus.CONFLICT).body(overtaken(outdated, page, caller, user));
		}
	}

	private String deleted(UserCaller caller, String page, int revision) {
		this.editing.delete(caller, page, revision);
		return "";
	}

	private static ResponseEntity<Content> to(String page, String act) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI
				.create((page.isEmpty() ? PageScreens.ADDRESS : PageScreens.address(page)) + "?done=page." + act))
			.build();
	}

	/// Somebody else did something meanwhile: who and what, and a way to look at it.
	private Content overtaken(Outdated outdated, String page, UserCaller caller, ConsoleUser user) {
		Texts texts = this.screens.texts(user);
		String who = PageScreens.who(texts, outdated.now().changed().by(), this.users.all());
		Notice notice = Notice.of(Notice.Kind.WARNING,
				texts.get("page.conflict.title", who, texts.get("page.did." + outdated.now().changed().act())),
				texts.get("page.conflict.act"));
		return this.screens.screen(this.screens.head(user, this.pages.get(caller.tenant(), page), ""), null,
				Kit.notice(texts, notice),
				Console.actions(Action.link(texts.get("page.conflict.look"), PageScreens.address(page)).primary()));
	}

}
