package dev.insyn.contact.segment.console;

import java.util.ArrayList;
import java.util.List;

import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.contact.segment.Segment;
import dev.insyn.contact.segment.Upload;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Badge;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Column;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Field;
import dev.insyn.pagekit.console.Form;
import dev.insyn.pagekit.console.Row;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Table;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.platform.security.RequiredLevel;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// All segments, and the first question about a new one.
final class SegmentTable {

	private final Screen screen;

	SegmentTable(Screen screen) {
		this.screen = screen;
	}

	Content draw(List<Segment> segments, TableQuery query, @Nullable String done) {
		boolean may = this.screen.user().may(RequiredLevel.SENDS);
		String title = say("console.section.segments");
		Empty empty = Empty.of(say("segments.empty"));
		Table table = Table.of("segments", title, query)
			.columns(Column.of(say("segments.name")), Column.of(say("segments.kind")),
					Column.number(say("segments.contacts")), Column.of(say("segments.changed")).minor())
			.rows(segments.stream().map(this::row).toList())
			.total(segments.size())
			.empty(may ? empty.action(Action.link(say("segments.new"), SegmentScreens.LIST + "/new").primary())
					: empty);
		ConsoleFrame frame = this.screen.frame(title, Section.SEGMENTS).lead(say("segments.lead")).done(done);
		if (may && !segments.isEmpty()) {
			frame = frame.action(Action.link(say("segments.new"), SegmentScreens.LIST + "/new").primary());
		}
		return Console.page(frame, Console.table(this.screen.texts(), table));
	}

	/// How the contacts come into the new one.
	Content chooseKind() {
		List<Choice> kinds = new ArrayList<>();
		for (String kind : List.of("filter", "hand", "csv")) {
			kinds.add(Choice.of(kind, say("segments.kind." + kind)).hint(say("segments.kind." + kind + ".hint")));
		}
		Form form = Form.post("kind", SegmentScreens.LIST + "/new")
			.fields(Field.radios("kind", say("segments.new.kind"), kinds).value("filter"))
			.unguarded()
			.submit(say("segments.continue"))
			.cancel(say("segments.cancel"), SegmentScreens.LIST);
		return Console.page(this.screen.frame(say("segments.new"), Section.SEGMENTS),
				Console.form(this.screen.texts(), form));
	}

	static Badge state(Screen screen, Segment segment) {
		Upload upload = segment.upload();
		String kind = screen.say("segments.kind." + segment.kind().code());
		if (upload == null || upload.state() == Upload.State.DONE
				|| (upload.state() == Upload.State.FAILED && !upload.isNew())) {
			return Badge.neutral(kind);
		}
		return (upload.state() == Upload.State.RUNNING) ? Badge.busy(screen.say("segments.upload.running"))
				: Badge.bad(screen.say("segments.upload.failed"));
	}

	private Row row(Segment segment) {
		Content count = (segment.count() != null) ? Cell.number(this.screen.texts(), segment.count())
				: Cell.none(this.screen.texts());
		return Row.to(SegmentScreens.LIST + "/" + segment.id(), Cell.text(segment.name()),
				Cell.state(state(this.screen, segment)), count, this.screen.times().ago(segment.changedAt()));
	}

	private String say(String key, Object... arguments) {
		return this.screen.say(key, arguments);
	}

}
