package dev.insyn.notification;

import java.util.List;
import java.util.Optional;

import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Column;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Fact;
import dev.insyn.pagekit.console.Filter;
import dev.insyn.pagekit.console.Paging;
import dev.insyn.pagekit.console.Row;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Table;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.pagekit.console.Times;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import gg.jte.Content;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What there is to do because contacts used pages.
@Controller
@RequiredLevel(RequiredLevel.READS)
class ActivityScreens {

	static final String ADDRESS = "/admin/activities";

	private static final int ROWS = 50;

	private static final String OVERDUE = "overdue";

	private static final String OPEN = "open";

	private final Activities activities;

	private final Pages pages;

	private final NotificationWords words;

	ActivityScreens(Activities activities, Pages pages, NotificationWords words) {
		this.activities = activities;
		this.pages = pages;
		this.words = words;
	}

	@GetMapping(ADDRESS)
	ResponseEntity<Content> list(UserCaller caller, ConsoleUser user, TableQuery query) {
		Texts texts = this.words.texts(caller);
		Optional<Activities.Due> due = query.value("due")
			.filter(List.of(OVERDUE, OPEN)::contains)
			.map((word) -> new Activities.Due(this.words.today(caller), word.equals(OVERDUE)));
		Slice<Activity> slice = this.activities.slice(caller.tenant(),
				query.value("contact").map(String::strip).orElse(null), due.orElse(null),
				Slice.Place.read(query.after()), ROWS);
		Table table = Table.of("activities", texts.get("console.section.activities"), query)
			.filter(Filter.choice("due", texts.get("activity.state"),
					List.of(Choice.of(OPEN, texts.get("activity.filter.open")),
							Choice.of(OVERDUE, texts.get("activity.overdue")))))
			.filter(Filter.text("contact", texts.get("activity.contact-id")))
			.columns(Column.of(texts.get("activity.subject")), Column.of(texts.get("activity.state")),
					Column.of(texts.get("activity.due")), Column.of(texts.get("activity.assignee")),
					Column.of(texts.get("activity.page")).minor(), Column.of(texts.get("activity.contact")),
					Column.of(texts.get("activity.created")).minor())
			.rows(slice.rows().stream().map((row) -> row(texts, caller, row)).toList())
			.paging(Paging.more(slice.next()))
			.empty(Empty.of(texts.get("activities.empty"))
				.action(Action.link(texts.get("activities.empty.action"), "/admin/pages").primary()));
		if (!query.narrowed()) {
			table.total(this.activities.count(caller.tenant()));
		}
		return ResponseEntity.ok(Console.page(NotificationWords.frame(texts, user, true), Console.table(texts, table)));
	}

	private Row row(Texts texts, UserCaller caller, Stored<Activity> stored) {
		Activity activity = stored.state();
		Times times = this.words.times(caller);
		return Row.to(ADDRESS + "/" + stored.id(), Cell.text(activity.subject(), activity.type()),
				Cell.state(this.words.due(caller, activity)), times.day(activity.due()), Cell.text(activity.assignee()),
				Cell.text(this.pages.name(caller.tenant(), activity.use().page(), caller.language())),
				Cell.id(texts, activity.use().contact()), times.ago(activity.at()));
	}

	@GetMapping(ADDRESS + "/{id}")
	ResponseEntity<Content> activity(UserCaller caller, ConsoleUser user, @PathVariable String id) {
		Activity activity = this.activities.find(caller.tenant(), id)
			.orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "urn:insyn:problem:not-found", "No such activity"));
		Texts texts = this.words.texts(caller);
		ConsoleFrame frame = ConsoleFrame.of(texts, activity.subject(), Section.ACTIVITIES, user)
			.state(this.words.due(caller, activity));
		return ResponseEntity.ok(Console.page(frame,
				Console.beside(Console.card(texts.get("activity.todo"), Console.facts(todo(texts, caller, activity))),
						Console.card(texts.get("activity.why"), Console.facts(why(texts, caller, activity))))));
	}

	private List<Fact> todo(Texts texts, UserCaller caller, Activity activity) {
		Times times = this.words.times(caller);
		return List.of(Fact.of(texts.get("activity.type"), activity.type()),
				Fact.of(texts.get("activity.due"), times.day(activity.due())),
				Fact.of(texts.get("activity.assignee"), activity.assignee()), Fact.of(texts.get("activity.contact"),
						Cell.link(texts.get("activity.contact.open"), "/admin/contacts/" + activity.use().contact())));
	}

	private List<Fact> why(Texts texts, UserCaller caller, Activity activity) {
		Times times = this.words.times(caller);
		PageUse use = activity.use();
		String page = this.pages.name(caller.tenant(), use.page(), caller.language());
		return List.of(Fact.of(texts.get("activity.page"), Cell.link(page, "/admin/pages/" + use.page())),
				Fact.of(texts.get("activity.fields"), fields(texts, caller, use)),
				Fact.of(texts.get("activity.used"), times.exact(use.at())),
				Fact.of(texts.get("activity.created"), times.exact(activity.at())), Fact.of(texts.get("activity.trail"),
						Cell.link(texts.get("activity.trail.open"), "/admin/audit?contact=" + use.contact())));
	}

	private Content fields(Texts texts, UserCaller caller, PageUse use) {
		List<String> labels = this.pages.labels(caller.tenant(), use.page(), use.fields(), caller.language());
		return Cell.textOrNone(texts, String.join(", ", labels));
	}

}
