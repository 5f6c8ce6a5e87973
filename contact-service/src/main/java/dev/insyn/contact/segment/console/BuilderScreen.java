package dev.insyn.contact.segment.console;

import java.util.ArrayList;
import java.util.List;

import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.contact.segment.Segment;
import dev.insyn.contact.segment.console.BuilderView.RowView;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.Field;
import dev.insyn.pagekit.console.Section;
import dev.insyn.fields.Reading;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// The screen on which a filter is built.
final class BuilderScreen {

	private final Screen screen;

	private final FilterWords words;

	private final List<String> warnings;

	/// @param warnings the keys of what is said above the form
	BuilderScreen(Screen screen, FilterWords words, List<String> warnings) {
		this.screen = screen;
		this.words = words;
		this.warnings = List.copyOf(warnings);
	}

	BuilderScreen warning(String key) {
		return new BuilderScreen(this.screen, this.words, List.of(key));
	}

	/// @param edited null for a new segment
	Content draw(@Nullable Edited edited, BuilderForm form, Content count, @Nullable String done) {
		BuilderRows rows = new BuilderRows(this.screen.texts(), this.words, form);
		List<RowView> drawn = rows.rows();
		Content match = rows.match("match", form.filter().match(), false);
		Reading.Problem problem = form.problems().get("name");
		Field name = Field.text("name", say("segments.name"))
			.value(form.name())
			.atMost(100)
			.required()
			.error((problem != null) ? this.words.problem(problem) : null);
		List<Field> fields = new ArrayList<>(List.of(name));
		fields.addAll(rows.fields());
		BuilderView view = new BuilderView(this.screen.texts(), address(edited),
				(edited != null) ? String.valueOf(edited.version()) : null, Console.errors(this.screen.texts(), fields),
				Console.field(this.screen.texts(), name), match, drawn, count);
		return Console.page(frame(edited, done), warnings(), Templates.builder(view),
				(edited != null) ? new SegmentHead(this.screen, edited.segment()).dialogs(false) : Console.nothing());
	}

	private ConsoleFrame frame(@Nullable Edited edited, @Nullable String done) {
		if (edited == null) {
			return this.screen.frame(say("segments.new.filter"), Section.SEGMENTS)
				.lead(say("segments.new.filter.lead"));
		}
		SegmentHead head = new SegmentHead(this.screen, edited.segment());
		return head.acting(head.frame(done), false);
	}

	private Content warnings() {
		return Console.all(this.warnings.stream()
			.map((key) -> Kit.notice(this.screen.texts(),
					Notice.of(Notice.Kind.WARNING, say("segments." + key), say("segments." + key + ".text"))))
			.toArray(Content[]::new));
	}

	private static String address(@Nullable Edited edited) {
		return (edited == null) ? SegmentScreens.LIST + "/new/filter" : SegmentScreens.address(edited.segment().id());
	}

	private String say(String key, Object... arguments) {
		return this.screen.say(key, arguments);
	}

	/// The segment that is edited.
	///
	/// @param version that was seen
	record Edited(Segment segment, long version) {
	}

}
