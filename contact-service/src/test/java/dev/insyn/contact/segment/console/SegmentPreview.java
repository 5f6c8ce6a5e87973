package dev.insyn.contact.segment.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import dev.insyn.contact.Contact;
import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.contact.console.ScreensForTests;
import dev.insyn.contact.segment.Segment;
import dev.insyn.contact.segment.SegmentContacts;
import dev.insyn.contact.segment.SegmentsForTests;
import dev.insyn.contact.segment.Upload;
import dev.insyn.contact.segment.filter.AskedFilter;
import dev.insyn.contact.segment.filter.AskedFilter.Part;
import dev.insyn.contact.segment.filter.Attributes;
import dev.insyn.contact.segment.filter.FilterReading;
import dev.insyn.contact.segment.upload.RefusedRow;
import dev.insyn.contact.segment.upload.RefusedRow.Why;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.TableQuery;
import gg.jte.Content;

/// The segments' screens without a service.
public final class SegmentPreview {

	private static final Instant NOW = Instant.parse("2026-11-21T14:20:00Z");

	private static final AskedFilter FILTER = new AskedFilter("all",
			List.of(Part.condition("newsletter", "is", List.of("true")),
					Part.condition("title", "contains", List.of("inköpsansvarig")),
					new Part(null, null, null, "any",
							List.of(Part.condition("interests", "any-of", List.of("offers", "events")),
									Part.condition("updated-on", "last-days", List.of("30")))),
					Part.condition("@confirmed", "empty", List.of())));

	private SegmentPreview() {
	}

	/// @param address after `/admin/segments`
	public static Content draw(Screen screen, String address) {
		TableQuery query = new TableQuery("/admin/segments" + address, Map.of());
		Attributes attributes = new Attributes(ScreensForTests.asOfToday(), ZoneId.of("Europe/Stockholm"),
				LocalDate.of(2026, 11, 21));
		FilterWords words = new FilterWords(screen, attributes);
		BuilderScreen builder = new BuilderScreen(screen, words, List.of());
		ListScreen list = new ListScreen(screen);
		return switch (address) {
			case "" -> new SegmentTable(screen).draw(some(), query, "segment-saved");
			case "/none" -> new SegmentTable(screen).draw(List.of(), query, null);
			case "/new" -> new SegmentTable(screen).chooseKind();
			case "/new/filter" -> builder.draw(null, BuilderForm.EMPTY, count(screen, false, 0), null);
			case "/new/hand" -> list.blank("", null);
			case "/edit" ->
				builder.draw(new BuilderScreen.Edited(segment(), 3), form(), count(screen, false, 1240), null);
			case "/counting" -> builder.draw(null, form(), count(screen, true, 312), null);
			case "/wrong" -> wrong(builder, screen, attributes);
			case "/read" -> new FilterReadOnly(screen, words).draw(segment(), count(screen, false, 1240));
			case "/list" -> list.draw(listed(null), slice(), open(), List.of(), query, null);
			case "/emptylist" ->
				list.draw(listed(null), new SegmentContacts.Slice(List.of(), null), Map.of(), List.of(), query, null);
			case "/add" -> list.add(listed(null), ScreensForTests.page(50), query, "segment-put");
			case "/file" -> list.draw(listed(upload(Upload.State.DONE)), slice(), open(), refused(), query, null);
			case "/running" -> list.running(listed(upload(Upload.State.RUNNING)), upload(Upload.State.RUNNING));
			case "/failed" -> list.failed(listed(upload(Upload.State.FAILED)));
			case "/delete" -> new SegmentHead(screen, segment()).ask("delete", null, null);
			default -> new SegmentHead(screen, segment()).ask("rename", null, null);
		};
	}

	private static BuilderForm form() {
		return BuilderForm.of("Inköpare som vill ha nyhetsbrev men inte har bekräftat sina uppgifter", FILTER);
	}

	private static Content wrong(BuilderScreen builder, Screen screen, Attributes attributes) {
		BuilderForm form = BuilderForm.of("",
				new AskedFilter("any", List.of(Part.condition("birth-date", "before", List.of("i går")),
						new Part(null, null, null, "all", List.of(Part.condition("title", "is", List.of()))))));
		Map<String, dev.insyn.fields.Reading.Problem> problems = new HashMap<>(
				FilterReading.read(form.filter(), attributes, Locale.of("sv", "SE")).problems());
		problems.put("name", new dev.insyn.fields.Reading.Problem("required", Map.of()));
		return builder.draw(null, form.wrong(problems), count(screen, false, 0), null);
	}

	private static Content count(Screen screen, boolean running, int found) {
		List<CountView.First> first = IntStream.range(0, Math.min(5, found))
			.mapToObj(ScreensForTests::contact)
			.map((contact) -> new CountView.First("/admin/contacts/x", contact.displayName(),
					Cell.masked(screen.texts(), String.valueOf(contact.value(Contact.EMAIL)))))
			.toList();
		return Templates
			.count(new CountView(null, null, null, screen.say("segments.count"), Cell.figure(screen.texts(), found),
					screen.say("segments.count.other"), running, 42, screen.say(running ? "segments.count.running"
							: (found == 0) ? "segments.count.unfinished" : "segments.count.done"),
					first));
	}

	private static Segment segment() {
		return SegmentsForTests.filter("Inköpare som vill ha nyhetsbrev", FILTER, 1240, NOW.minus(Duration.ofHours(2)));
	}

	private static Segment listed(@org.jspecify.annotations.Nullable Upload upload) {
		return SegmentsForTests.list("Mässan i Älvsjö, november", upload, 1204, NOW.minus(Duration.ofDays(1)));
	}

	private static List<Segment> some() {
		List<Segment> some = new ArrayList<>(List.of(segment(), listed(null), listed(upload(Upload.State.DONE))));
		some.add(listed(upload(Upload.State.RUNNING)));
		some.add(listed(upload(Upload.State.FAILED)));
		return some;
	}

	private static Upload upload(Upload.State state) {
		return new Upload(state, Upload.Into.NEW, 1240, 1204, 1204, 36, 0.42, NOW);
	}

	private static SegmentContacts.Slice slice() {
		return new SegmentContacts.Slice(IntStream.range(0, 12).mapToObj((i) -> "contact" + i).toList(), "contact11");
	}

	private static Map<String, Contact> open() {
		Map<String, Contact> open = new HashMap<>();
		IntStream.range(0, 11).forEach((i) -> open.put("contact" + i, ScreensForTests.contact(i)));
		return open;
	}

	private static List<RefusedRow> refused() {
		return List.of(new RefusedRow(3, Why.BLANK, ""), new RefusedRow(17, Why.MALFORMED, "anna.lindqvist(at)kund"),
				new RefusedRow(18, Why.TWICE, "bo@kund.example"),
				new RefusedRow(1204, Why.UNKNOWN, "eva@annan.example"));
	}

}
