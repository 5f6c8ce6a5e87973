package dev.insyn.contact.segment.console;

import java.util.List;
import java.util.Objects;

import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.contact.segment.Segment;
import dev.insyn.contact.segment.filter.AskedFilter;
import dev.insyn.pagekit.console.Console;
import gg.jte.Content;

/// A filter in words, for who may not change it.
final class FilterReadOnly {

	private final Screen screen;

	private final FilterWords words;

	FilterReadOnly(Screen screen, FilterWords words) {
		this.screen = screen;
		this.words = words;
	}

	Content draw(Segment segment, Content count) {
		AskedFilter filter = Objects.requireNonNull(segment.filter());
		List<Content> lines = this.words.lines(filter).stream().map(Console::paragraph).toList();
		return Console.page(new SegmentHead(this.screen, segment).frame(null),
				Console.beside(Console.card(this.screen.say("segments.conditions"),
						Console.paragraph(this.words.match(filter)), Console.all(lines.toArray(Content[]::new))),
						count));
	}

}
