package dev.insyn.token.console;

import java.util.List;
import java.util.function.Function;

import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Badge;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Column;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Row;
import dev.insyn.pagekit.console.Table;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.pagekit.console.Times;
import dev.insyn.token.session.Browser;
import dev.insyn.token.session.RunningSession;
import gg.jte.Content;

/// A user's sessions as a table.
///
/// @param own the id of the session that looks at it
/// @param ending the address that asks whether to end one
record SessionTable(Texts texts, Times times, TableQuery query, String own, Function<RunningSession, String> ending) {

	Content of(List<RunningSession> sessions) {
		Table table = Table.of("sessions", this.texts.get("sessions.name"), this.query)
			.columns(Column.of(this.texts.get("sessions.browser")), Column.of(this.texts.get("sessions.began")),
					Column.of(this.texts.get("sessions.seen")))
			.rows(sessions.stream().map(this::row).toList())
			.total(sessions.size())
			.empty(Empty.of(this.texts.get("sessions.none")));
		return Console.table(this.texts, table);
	}

	private Row row(RunningSession session) {
		boolean isOwn = session.id().equals(this.own);
		Content name = Cell.text(inWords(session.browser()));
		Content seen = isOwn ? Cell.state(Badge.good(this.texts.get("sessions.own"))) : this.times.ago(session.seen());
		Row row = Row.of(name, this.times.ago(session.began()), seen);
		return isOwn ? row
				: row.action(Action.link(this.texts.get("sessions.end"), this.ending.apply(session)).quiet());
	}

	String inWords(Browser browser) {
		if (browser.name().isEmpty()) {
			return browser.system().isEmpty() ? this.texts.get("sessions.browser.unknown") : browser.system();
		}
		return browser.system().isEmpty() ? browser.name()
				: this.texts.get("sessions.browser.on", browser.name(), browser.system());
	}

}
