package dev.insyn.contact.segment.console;

import java.util.List;
import java.util.Map;

import dev.insyn.contact.Contact;
import dev.insyn.contact.FindingContacts;
import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.contact.segment.InvalidSegment;
import dev.insyn.contact.segment.Segment;
import dev.insyn.contact.segment.SegmentContacts;
import dev.insyn.contact.segment.Upload;
import dev.insyn.contact.segment.upload.RefusedRow;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Column;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Field;
import dev.insyn.pagekit.console.Form;
import dev.insyn.pagekit.console.Paging;
import dev.insyn.pagekit.console.Progress;
import dev.insyn.pagekit.console.Row;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Table;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.platform.security.RequiredLevel;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// A segment's list, and whom one can put on it.
final class ListScreen {

	private final Screen screen;

	ListScreen(Screen screen) {
		this.screen = screen;
	}

	Content blank(String name, @Nullable InvalidSegment invalid) {
		Form form = Form.post("segment", SegmentScreens.LIST + "/new/hand")
			.fields(Field.text("name", say("segments.name"))
				.value(name)
				.atMost(100)
				.required()
				.error((invalid != null) ? say("segments.problem.name") : null))
			.submit(say("segments.new.hand.do"))
			.cancel(say("segments.cancel"), SegmentScreens.LIST);
		return Console.page(
				this.screen.frame(say("segments.new.hand"), Section.SEGMENTS).lead(say("segments.new.hand.lead")),
				Console.form(this.screen.texts(), form));
	}

	Content draw(Segment segment, SegmentContacts.Slice slice, Map<String, Contact> open, List<RefusedRow> refused,
			TableQuery query, @Nullable String done) {
		SegmentHead head = new SegmentHead(this.screen, segment);
		ConsoleFrame frame = head.acting(head.frame(done), true);
		boolean may = this.screen.user().may(RequiredLevel.SENDS);
		String address = SegmentScreens.address(segment.id());
		Action add = Action.link(say("segments.put"), address + "/add").primary();
		Empty empty = Empty.of(say("segments.list.empty"));
		Table table = Table.of("members", say("segments.contacts"), query)
			.columns(Column.of(say("contacts.name")), Column.of(say("contacts.email")),
					Column.of(say("contacts.organisation")).minor())
			.rows(slice.contacts().stream().map((id) -> row(id, open.get(id), may)).toList())
			.total((segment.count() != null) ? segment.count() : 0)
			.paging(Paging.more(slice.next()))
			.empty(may ? empty.action(add) : empty);
		if (may) {
			table.bulk(Action.post(say("segments.take"), address + "/take"));
			frame = frame.action(Action.link(say("segments.onto"), address + "/csv"));
			frame = slice.contacts().isEmpty() ? frame : frame.action(add);
		}
		Upload upload = segment.upload();
		Content report = (upload != null) ? new ReportCard(this.screen, segment).draw(upload, refused)
				: Console.nothing();
		return Console.page(frame, report, Console.table(this.screen.texts(), table), head.dialogs(true));
	}

	/// Contacts to choose from.
	Content add(Segment segment, FindingContacts.Page page, TableQuery query, @Nullable String done) {
		String address = SegmentScreens.address(segment.id());
		Table table = Table.of("found", say("console.section.contacts"), query)
			.confidential()
			.search(say("contacts.search"))
			.columns(Column.of(say("contacts.name")), Column.of(say("contacts.email")),
					Column.of(say("contacts.organisation")).minor())
			.rows(page.contacts()
				.stream()
				.map((listed) -> row(listed.contact().id().value(), listed.contact(), true))
				.toList())
			.paging(Paging.more(page.next()))
			.bulk(Action.post(say("segments.put.do", segment.name()), address + "/put").primary())
			.empty(Empty.of(say("contacts.empty")));
		return Console.page(this.screen.frame(say("segments.put.heading"), Section.SEGMENTS)
			.under(segment.name(), address)
			.lead(say("segments.put.lead"))
			.action(Action.link(say("segments.put.back"), address))
			.done(done), Console.table(this.screen.texts(), table));
	}

	Content running(Segment segment, Upload upload) {
		return Console.page(new SegmentHead(this.screen, segment).frame(null),
				Console.progress(this.screen.texts(),
						Progress.of("upload", say("segments.upload.label"), (long) (upload.looked() * 1000), 1000,
								say("segments.upload.note", Cell.figure(this.screen.texts(), upload.rows())),
								SegmentScreens.address(segment.id()))));
	}

	Content failed(Segment segment) {
		SegmentHead head = new SegmentHead(this.screen, segment);
		return Console.page(head.acting(head.frame(null), false),
				Kit.notice(this.screen.texts(),
						Notice.of(Notice.Kind.WARNING, say("segments.upload.failed"),
								say("segments.upload.failed.text"))),
				Console.actions(Action.link(say("segments.upload.again"), SegmentScreens.LIST + "/new/csv")),
				head.dialogs(false));
	}

	private Row row(String id, @Nullable Contact contact, boolean chooses) {
		Texts texts = this.screen.texts();
		if (contact == null) {
			Row gone = Row.of(Cell.text(say("segments.gone-contact")), Cell.none(texts), Cell.none(texts));
			return chooses ? gone.chosenAs(id) : gone;
		}
		Object email = contact.value(Contact.EMAIL);
		String name = contact.displayName();
		boolean named = !name.isEmpty() && !name.equals(email);
		Row row = Row.to("/admin/contacts/" + id, Cell.text(named ? name : say("contacts.nameless")),
				(email != null) ? Cell.masked(texts, String.valueOf(email)) : Cell.none(texts),
				Cell.textOrNone(texts, contact.organisationShown()));
		return chooses ? row.chosenAs(id) : row;
	}

	private String say(String key, Object... arguments) {
		return this.screen.say(key, arguments);
	}

}
