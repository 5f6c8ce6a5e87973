package dev.insyn.notification.activity;

import java.util.List;

import dev.insyn.notification.NotificationWords;
import dev.insyn.notification.Slice;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Column;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Filter;
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

/// All activities, narrowed down by filters that stand in the address.
final class ActivityTable {

	private final ActivityWords words;

	private final UserCaller caller;

	private final ConsoleUser user;

	private final Texts texts;

	ActivityTable(ActivityWords words, UserCaller caller, ConsoleUser user) {
		this.words = words;
		this.caller = caller;
		this.user = user;
		this.texts = words.texts(caller);
	}

	Content draw(Slice<Activity> slice, TableQuery query, @Nullable Long total, @Nullable String done) {
		Table table = Table.of("activities", say("console.section.activities"), query)
			.filter(choice("mine", "activity.whose", "mine"))
			.filter(choice("state", "activity.state", "open", "done"))
			.filter(choice("due", "activity.due", "overdue", "today", "upcoming"))
			.filter(Filter.choice("assignee", say("activity.assignee"), this.words.assignees(this.caller, "")))
			.filter(Filter.text("page", say("activity.page")))
			.filter(Filter.text("contact", say("activity.contact-id")))
			.columns(Column.of(say("activity.subject")), Column.of(say("activity.state")),
					Column.of(say("activity.due")), Column.of(say("activity.assignee")),
					Column.of(say("activity.page")).minor(), Column.of(say("activity.contact")).minor(),
					Column.of(say("activity.created")).minor())
			.rows(slice.rows().stream().map(this::row).toList())
			.paging(Paging.more(slice.next()))
			.empty(Empty.of(say("activities.empty"))
				.action(Action.link(say("activities.empty.action"), "/admin/pages").primary()));
		if (total != null) {
			table.total(total);
		}
		ConsoleFrame frame = NotificationWords.frame(this.texts, this.user, true)
			.more(Action.link(say("activity.digest"), ActivityScreens.ADDRESS + "/digest"))
			.done(done);
		if (this.caller.may(RequiredLevel.SENDS)) {
			frame = frame.action(Action.link(say("activity.new"), ActivityScreens.ADDRESS + "/new").primary());
		}
		return Console.page(frame, Console.table(this.texts, table));
	}

	private Filter choice(String name, String label, String... values) {
		return Filter.choice(name, say(label),
				List.of(values).stream().map((value) -> Choice.of(value, say("activity.filter." + value))).toList());
	}

	private Row row(Stored<Activity> stored) {
		Activity activity = stored.state();
		Times times = this.words.times(this.caller);
		return Row.to(ActivityScreens.ADDRESS + "/" + stored.id(),
				Cell.text(this.words.subject(this.caller.tenant(), stored),
						this.words.type(this.caller, activity.type())),
				Cell.state(this.words.state(this.caller, activity)), times.day(activity.due()),
				Cell.text(this.words.assignee(this.caller, activity.assignee())),
				activity.use().ofPage() ? Cell.text(this.words.page(this.caller, activity.use().page()))
						: Cell.none(this.texts),
				Cell.id(this.texts, activity.use().contact()), times.ago(activity.at()));
	}

	private String say(String key) {
		return this.texts.get(key);
	}

}
