package dev.insyn.page.console;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import dev.insyn.page.editing.EditingPages;
import dev.insyn.page.editing.InvalidPage;
import dev.insyn.page.editing.PageProblem;
import dev.insyn.page.editing.PageSearch;
import dev.insyn.page.pages.LandingPage;
import dev.insyn.page.pages.Localized;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.PageState;
import dev.insyn.page.pages.Pages;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Column;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Field;
import dev.insyn.pagekit.console.Filter;
import dev.insyn.pagekit.console.Form;
import dev.insyn.pagekit.console.Paging;
import dev.insyn.pagekit.console.Row;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Sort;
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
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The list of pages, and a new one.
@RestController
@RequestMapping(path = PageScreens.ADDRESS, produces = MediaType.TEXT_HTML_VALUE)
@RequiredLevel(RequiredLevel.READS)
class PageListController {

	private static final int ROWS = 50;

	private final Pages pages;

	private final EditingPages editing;

	private final PageScreens screens;

	private final Looks looks;

	private final Users users;

	PageListController(Pages pages, EditingPages editing, PageScreens screens, Looks looks, Users users) {
		this.pages = pages;
		this.editing = editing;
		this.screens = screens;
		this.looks = looks;
		this.users = users;
	}

	@GetMapping
	Content list(UserCaller caller, ConsoleUser user, TableQuery query,
			@RequestParam(required = false) @Nullable String done) {
		Texts texts = this.screens.texts(user);
		Sort sort = query.sort("number", "name", "changed");
		PageState state = query.value("state").flatMap(PageListController::state).orElse(null);
		List<Stored<LandingPage>> found = new PageSearch(query.search(), state, query.value("field").orElse(null),
				query.value("recordType").orElse(null))
			.in(this.pages.all(caller.tenant()));
		List<Stored<LandingPage>> sorted = sorted(found, sort);
		int from = Math.min((query.page() - 1) * ROWS, sorted.size());
		Users.Known known = this.users.all();
		List<Choice> themes = this.looks.of(caller.tenant());
		Times times = this.screens.times(user);
		Table table = Table.of("pages", texts.get("pages.title"), query)
			.search(texts.get("pages.search"))
			.filter(Filter.choice("state", texts.get("pages.state"), states(texts)))
			.columns(Column.of(texts.get("pages.page")).sorted("name"),
					Column.of(texts.get("pages.number")).sorted("number"), Column.of(texts.get("pages.state")),
					Column.of(texts.get("pages.kind")).minor(), Column.of(texts.get("pages.theme")).minor(),
					Column.of(texts.get("pages.languages")).minor(), Column.number(texts.get("pages.version")).minor(),
					Column.of(texts.get("pages.changed")).sorted("changed"))
			.sorted(sort)
			.rows(sorted.subList(from, Math.min(from + ROWS, sorted.size()))
				.stream()
				.map((page) -> row(texts, page, themes, known, times))
				.toList())
			.total(found.size())
			.paging(Paging.numbered(query.page(), ROWS, found.size()))
			.empty(empty(texts, user));
		return Console.page(frame(texts, user).done(done), Console.table(texts, table));
	}

	private static Empty empty(Texts texts, ConsoleUser user) {
		Empty empty = Empty.of(texts.get("pages.empty"));
		return user.may(RequiredLevel.CONFIGURES)
				? empty.action(Action.link(texts.get("pages.new"), PageScreens.ADDRESS + "/new").primary()) : empty;
	}

	private ConsoleFrame frame(Texts texts, ConsoleUser user) {
		ConsoleFrame frame = ConsoleFrame.of(texts, texts.get("pages.title"), Section.LANDING_PAGES, user)
			.lead(texts.get("pages.lead"));
		return user.may(RequiredLevel.CONFIGURES)
				? frame.action(Action.link(texts.get("pages.import"), PageScreens.ADDRESS + "/import"))
					.action(Action.link("+ " + texts.get("pages.new"), PageScreens.ADDRESS + "/new").primary())
				: frame;
	}

	private Row row(Texts texts, Stored<LandingPage> stored, List<Choice> themes, Users.Known known, Times times) {
		LandingPage page = stored.state();
		Integer version = PageScreens.version(page);
		String description = page.card().description();
		return Row.to(PageScreens.address(stored.id()),
				description.isBlank() ? Cell.text(page.card().title()) : Cell.text(page.card().title(), description),
				Cell.code(stored.id()), Cell.state(PageScreens.badge(texts, page)),
				Cell.text(texts.get("page.kind." + page.card().kind())),
				Cell.text(Moves.find(themes, (theme) -> theme.value().equals(page.card().theme()))
					.map(Choice::label)
					.orElse(page.card().theme())),
				Cell.text(String.join(", ", page.card().languages())),
				(version != null) ? Cell.number(texts, version) : Cell.none(texts),
				Console.all(times.ago(page.changed().at()),
						Templates.by(PageScreens.who(texts, page.changed().by(), known))));
	}

	private static List<Stored<LandingPage>> sorted(List<Stored<LandingPage>> found, Sort sort) {
		Comparator<Stored<LandingPage>> order = switch (sort.key()) {
			case "name" -> comparing((page) -> page.state().card().title().toLowerCase(Locale.ROOT));
			case "changed" -> comparing((page) -> page.state().changed().at());
			default -> comparing((page) -> "%06d".formatted(Integer.parseInt(page.id().substring(1))));
		};
		return found.stream().sorted(sort.descending() ? order.reversed() : order).toList();
	}

	private static <C extends Comparable<C>> Comparator<Stored<LandingPage>> comparing(
			Function<Stored<LandingPage>, C> key) {
		return Comparator.comparing(key);
	}

	private static Optional<PageState> state(String word) {
		return Moves.find(List.of(PageState.values()), (state) -> state.name().equalsIgnoreCase(word));
	}

	private static List<Choice> states(Texts texts) {
		return List.of(PageState.values())
			.stream()
			.map((state) -> Choice.of(state.name().toLowerCase(Locale.ROOT), texts.get("page.state." + state)))
			.toList();
	}

	@GetMapping("/new")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	Content fresh(UserCaller caller, ConsoleUser user) {
		PageContent beginning = this.editing.beginning(caller);
		FormValues form = new FormValues().with("name", beginning.name())
			.with("theme", beginning.theme())
			.with("languages", beginning.languages())
			.with("kind", beginning.kind().name());
		return fresh(caller, user, beginning, form, List.of());
	}

	@PostMapping(path = "/new", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> create(UserCaller caller, ConsoleUser user,
			@RequestParam MultiValueMap<String, String> posted) {
		FormValues form = new FormValues(posted);
		PageContent beginning = this.editing.beginning(caller);
		PageContent wanted = begun(beginning, form);
		try {
			Stored<LandingPage> created = this.editing.create(caller, wanted);
			return ResponseEntity.status(HttpStatus.SEE_OTHER)
				.location(URI.create(PageScreens.address(created.id()) + "?done=page.created"))
				.build();
		}
		catch (InvalidPage invalid) {
			return ResponseEntity.unprocessableContent().body(fresh(caller, user, beginning, form, invalid.problems()));
		}
	}

	private static PageContent begun(PageContent beginning, FormValues form) {
		return new PageContent(beginning.kind(), form.get("description").strip(),
				form.localized("name", Localized.NONE), form.get("theme"), form.all("languages"), beginning.title(),
				beginning.intro(), beginning.header(), beginning.body(), beginning.reports(), beginning.hidden(),
				beginning.logNote(), beginning.button(), beginning.confirmation(), beginning.rules());
	}

	private Content fresh(UserCaller caller, ConsoleUser user, PageContent beginning, FormValues form,
			List<PageProblem> problems) {
		Texts texts = this.screens.texts(user);
		Troubles troubles = new Troubles(texts, problems);
		Field kind = Field.radios("kind", texts.get("page.kind"),
				List.of(Choice.of(beginning.kind().name(), texts.get("page.kind." + beginning.kind()))
					.hint(texts.get("page.kind." + beginning.kind() + ".hint"))))
			.value(beginning.kind().name());
		Form drawn = Form.post("new-page", PageScreens.ADDRESS + "/new")
			.group(texts.get("page.new.what"), null, kind)
			.group(texts.get("page.new.name"), null,
					troubles.on(ContentTab.name(texts, form, beginning.languages()), "name"),
					troubles.on(ContentTab.description(texts, form), "description"))
			.group(texts.get("page.card.look"), null,
					troubles.on(ContentTab.theme(texts, form, this.looks.of(caller.tenant())), "theme"),
					troubles.on(ContentTab.languages(texts, form), "languages"))
			.submit(texts.get("page.new.create"))
			.cancel(texts.get("console.cancel"), PageScreens.ADDRESS);
		ConsoleFrame frame = ConsoleFrame.of(texts, texts.get("pages.new"), Section.LANDING_PAGES, user)
			.lead(texts.get("page.new.lead"));
		return Console.page(frame, Console.form(texts, drawn));
	}

}
