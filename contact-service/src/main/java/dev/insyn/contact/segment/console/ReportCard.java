package dev.insyn.contact.segment.console;

import java.util.ArrayList;
import java.util.List;

import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.contact.segment.Segment;
import dev.insyn.contact.segment.Upload;
import dev.insyn.contact.segment.upload.RefusedRow;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.Fact;
import gg.jte.Content;

/// What came of an uploaded file, row by row where nothing did.
final class ReportCard {

	private static final int SHOWN = 10;

	private final Screen screen;

	private final Segment segment;

	ReportCard(Screen screen, Segment segment) {
		this.screen = screen;
		this.segment = segment;
	}

	/// @param refused the first of the rows refused; none where the report has been
	/// deleted, or is not for the reader
	Content draw(Upload upload, List<RefusedRow> refused) {
		if (upload.state() != Upload.State.DONE) {
			return Kit.notice(this.screen.texts(),
					Notice.of(Notice.Kind.WARNING, say("segments.upload.failed"), say("segments.upload.failed.kept")));
		}
		String rows = Cell.figure(this.screen.texts(), upload.rows());
		if (upload.refused() == 0) {
			return Kit.notice(this.screen.texts(),
					Notice.of(Notice.Kind.SUCCESS, say("segments.report.all", rows), came(upload)));
		}
		String lost = Cell.figure(this.screen.texts(), upload.refused());
		List<Content> parts = new ArrayList<>();
		parts.add(Console.paragraph(say("segments.report.text", rows, lost)));
		parts.add(Console.paragraph(came(upload)));
		if (!refused.isEmpty()) {
			parts.add(Console.facts(refused.stream().limit(SHOWN).map(this::fact).toList()));
			parts.add(Console.actions(Action.link(say("segments.report.download"),
					SegmentScreens.address(this.segment.id()) + "/report.csv")));
		}
		return Console.card(say("segments.report"), parts.toArray(Content[]::new));
	}

	private String came(Upload upload) {
		String matched = Cell.figure(this.screen.texts(), upload.matched());
		String added = Cell.figure(this.screen.texts(), upload.added());
		return switch ((upload.into() != null) ? upload.into() : Upload.Into.NEW) {
			case NEW -> say("segments.report.came", matched);
			case ADD -> say("segments.report.added", matched, added);
			case REPLACE -> say("segments.report.replaced", matched, added);
		};
	}

	private Fact fact(RefusedRow row) {
		String why = say("segments.report." + row.why().code());
		Content given = row.given().isEmpty() ? Cell.text(why)
				: Cell.below(Cell.masked(this.screen.texts(), row.given()), why);
		return Fact.of(say("segments.report.row", Cell.figure(this.screen.texts(), row.row())), given);
	}

	private String say(String key, Object... arguments) {
		return this.screen.say(key, arguments);
	}

}
