package dev.insyn.contact.segment.console;

import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.contact.segment.InvalidSegment;
import dev.insyn.contact.segment.Segment;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.Dialog;
import dev.insyn.pagekit.console.Field;
import dev.insyn.pagekit.console.Section;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.RequiredLevel;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// What all segments' screens have: name, state, and the questions before the name changes or the segment goes.
final class SegmentHead {

	static final String VERSION = "version";

	private final Screen screen;

	private final Segment segment;

	SegmentHead(Screen screen, Segment segment) {
		this.screen = screen;
		this.segment = segment;
	}

	ConsoleFrame frame(@Nullable String done) {
		return this.screen.frame(this.segment.name(), Section.SEGMENTS)
			.state(SegmentTable.state(this.screen, this.segment))
			.done(done);
	}

	/// @param renames whether the screen has no other place for the name
	ConsoleFrame acting(ConsoleFrame frame, boolean renames) {
		if (!this.screen.user().may(RequiredLevel.SENDS)) {
			return frame;
		}
		ConsoleFrame more = renames ? frame.more(open("rename")) : frame;
		return more.more(open("delete").danger());
	}

	Content dialogs(boolean renames) {
		if (!this.screen.user().may(RequiredLevel.SENDS)) {
			return Console.nothing();
		}
		Content delete = Console.dialog(this.screen.texts(), dialog("delete", null, null));
		return renames ? Console.all(Console.dialog(this.screen.texts(), dialog("rename", null, null)), delete)
				: delete;
	}

	/// The question as a page, for who has no script, and for who has to be told what is
	/// wrong.
	Content ask(String act, @Nullable String typed, @Nullable Problem problem) {
		Dialog dialog = dialog(act, typed, problem);
		Content notice = (problem == null || problem instanceof InvalidSegment) ? Console.nothing()
				: Kit.notice(this.screen.texts(), Notice.of(Notice.Kind.WARNING, say("segments.changed-meanwhile"),
						say("segments.changed-meanwhile.text")));
		return Console.page(
				this.screen.frame(dialog.heading(), Section.SEGMENTS)
					.under(this.segment.name(), SegmentScreens.address(this.segment.id())),
				notice, Console.confirmation(this.screen.texts(), dialog));
	}

	private Dialog dialog(String act, @Nullable String typed, @Nullable Problem problem) {
		String address = SegmentScreens.address(this.segment.id());
		Action does = Action.post(say("segments." + act + ".do"), address + "/" + act)
			.with(VERSION, String.valueOf(this.segment.revision()));
		if (act.equals("delete")) {
			return Dialog.of(act, say("segments.delete.heading", this.segment.name()), does.danger(), address,
					say("segments.delete.text"));
		}
		Field name = Field.text("name", say("segments.name"))
			.value((typed != null) ? typed : this.segment.name())
			.atMost(100)
			.required()
			.error((problem instanceof InvalidSegment) ? say("segments.problem.name") : null);
		return Dialog.of(act, say("segments.rename.heading"), does.primary(), address)
			.with(Console.field(this.screen.texts(), name));
	}

	private Action open(String act) {
		return Action.ask(say("segments." + act + ".ask"), act, SegmentScreens.address(this.segment.id()) + "/" + act);
	}

	private String say(String key, Object... arguments) {
		return this.screen.say(key, arguments);
	}

}
