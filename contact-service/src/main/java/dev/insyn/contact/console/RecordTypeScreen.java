package dev.insyn.contact.console;

import java.util.ArrayList;
import java.util.List;

import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.contact.records.RecordType;
import dev.insyn.contact.records.RecordTypes.Registered;
import dev.insyn.contact.records.SubmittedRecordType;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.Dialog;
import dev.insyn.pagekit.console.Fact;
import dev.insyn.pagekit.console.Field;
import dev.insyn.pagekit.console.Form;
import dev.insyn.pagekit.console.Section;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// One record type: to be edited, to be read, or not there yet.
final class RecordTypeScreen {

	private final Screen screen;

	private final FieldWords words;

	RecordTypeScreen(Screen screen) {
		this.screen = screen;
		this.words = new FieldWords(screen.texts());
	}

	Content blank(RecordTypeForm typed) {
		RecordTypeInputs inputs = new RecordTypeInputs(this.words, typed);
		Form form = Form.post("record-type", RecordTypeScreens.LIST + "/new")
			.group(say("catalogue.group.name"), null, inputs.labels(), inputs.key());
		rest(form, inputs, typed).submit(say("records.add")).cancel(say("catalogue.cancel"), RecordTypeScreens.LIST);
		return Console.page(frame(say("records.new")).lead(say("records.new.lead")), problem(typed),
				form(form, inputs));
	}

	Content edit(RecordType type, RecordTypeForm typed, @Nullable String done) {
		RecordTypeInputs inputs = new RecordTypeInputs(this.words, typed);
		Form form = Form.post("record-type", RecordTypeScreens.address(type.key()))
			.hidden(RecordTypeForm.VERSION, String.valueOf(typed.seen()))
			.group(say("catalogue.group.name"), null, inputs.labels());
		rest(form, inputs, typed).submit(say("catalogue.save"));
		ConsoleFrame frame = frame(RecordTypeTable.label(this.words, type))
			.action(Action.submit(say("catalogue.save"), form.id()).primary())
			.more(Action.ask(say("catalogue.delete.ask"), "delete", RecordTypeScreens.address(type.key()) + "/delete")
				.danger())
			.done(done);
		return Console.page(frame, problem(typed), Console.beside(form(form, inputs), about(type)),
				Console.dialog(this.screen.texts(), question(type, typed.seen())));
	}

	/// For who may not edit.
	Content read(RecordType type) {
		List<Fact> facts = new ArrayList<>();
		type.labels().forEach((language, label) -> facts.add(Fact.of(said("catalogue.label", language), label)));
		type.purpose().forEach((language, purpose) -> facts.add(Fact.of(said("catalogue.purpose", language), purpose)));
		facts.add(Fact.of(say("catalogue.basis"), RecordTypeTable.basis(this.words, type)));
		facts.add(Fact.of(say("catalogue.retention"), this.words.period(type.retention())));
		List<Fact> columns = type.columns()
			.stream()
			.map((column) -> Fact.of(RecordTypeTable.label(this.words, column), this.words.type(column.type())))
			.toList();
		return Console.page(frame(RecordTypeTable.label(this.words, type)),
				Console.beside(Console.all(Console.card(say("catalogue.group.what"), Console.facts(facts)),
						Console.card(say("records.columns"), Console.facts(columns))), about(type)));
	}

	/// The question as a page, for who has no script.
	Content ask(Registered registered) {
		Dialog dialog = question(registered.type(), registered.version());
		return Console.page(
				frame(dialog.heading()).under(RecordTypeTable.label(this.words, registered.type()),
						RecordTypeScreens.address(registered.type().key())),
				Console.confirmation(this.screen.texts(), dialog));
	}

	private Form rest(Form form, RecordTypeInputs inputs, RecordTypeForm typed) {
		boolean mayGrow = typed.columns().size() < SubmittedRecordType.MOST_COLUMNS;
		form.content(Templates.columns(this.screen.texts(), inputs.columns(), mayGrow, inputs.columnsWrong()))
			.group(say("catalogue.group.why"), say("catalogue.group.why.hint"), inputs.purpose(), inputs.basis(),
					inputs.retention())
			.group(say("records.group.origin"), null, inputs.source());
		return typed.goesOn() ? form.unsaved() : form;
	}

	/// The columns' inputs are not the form's own, so what is wrong with them is gathered
	/// here.
	private Content form(Form form, RecordTypeInputs inputs) {
		List<Field> wrong = new ArrayList<>(form.wrong());
		if (inputs.columnsWrong() instanceof String sentence) {
			wrong.add(Field.text("columns", say("records.columns")).error(sentence));
		}
		inputs.columns().forEach((row) -> row.settings().stream().filter(Field::wrong).forEach(wrong::add));
		return Console.form(this.screen.texts(), form, wrong);
	}

	private Dialog question(RecordType type, long version) {
		String address = RecordTypeScreens.address(type.key());
		String label = RecordTypeTable.label(this.words, type);
		return Dialog.of("delete", say("catalogue.delete.heading", label),
				Action.post(say("catalogue.delete.do", label), address + "/delete")
					.with(RecordTypeForm.VERSION, String.valueOf(version))
					.danger(),
				address, say("records.delete.text"));
	}

	private Content about(RecordType type) {
		List<Fact> facts = List.of(Fact.of(say("catalogue.key"), Cell.id(this.screen.texts(), type.key())), Fact
			.of(say("catalogue.pages"), Cell.link(say("records.pages.link"), "/admin/pages?recordType=" + type.key())));
		return Console.all(Console.card(say("records.about"), Console.facts(facts)), Console.card(say("records.sent"),
				Console.paragraph(say("records.sent.text")), Console.source(RecordTypeSample.of(type))));
	}

	private Content problem(RecordTypeForm typed) {
		return (typed.problem() == null) ? Console.nothing()
				: Kit.notice(this.screen.texts(),
						Notice.of(Notice.Kind.WARNING, say("records.problem." + typed.problem()),
								say("records.problem." + typed.problem() + ".text")));
	}

	private ConsoleFrame frame(String title) {
		return this.screen.frame(title, Section.FIELD_CATALOGUE).under(say("records.title"), RecordTypeScreens.LIST);
	}

	private String said(String key, String language) {
		return say(key) + " (" + Field.languageName(language) + ")";
	}

	private String say(String key, Object... arguments) {
		return this.screen.say(key, arguments);
	}

}
