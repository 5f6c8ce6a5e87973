package dev.insyn.contact.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.insyn.contact.catalogue.Catalogue;
import dev.insyn.contact.catalogue.CatalogueField;
import dev.insyn.contact.catalogue.EntityTag;
import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.fields.FieldType;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.Dialog;
import dev.insyn.pagekit.console.Fact;
import dev.insyn.pagekit.console.Field;
import dev.insyn.pagekit.console.Form;
import dev.insyn.pagekit.console.Section;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// One field: to be edited, to be read, or not there yet.
final class FieldScreen {

	private final Screen screen;

	private final FieldWords words;

	FieldScreen(Screen screen) {
		this.screen = screen;
		this.words = new FieldWords(screen.texts());
	}

	/// First of all, what kind of value the new field holds: what else is asked hangs on
	/// it.
	Content chooseType() {
		List<Choice> types = Stream.of(FieldType.values())
			.map((type) -> Choice.of(type.name(), this.words.type(type)).hint(say(typeHint(type))))
			.toList();
		Form form = Form.post("type", CatalogueScreens.LIST + "/new/type")
			.fields(Field.radios("type", say("catalogue.type"), types).value(FieldType.TEXT.name()))
			.unguarded()
			.submit(say("catalogue.continue"))
			.cancel(say("catalogue.cancel"), CatalogueScreens.LIST);
		return Console.page(frame(say("catalogue.new")).lead(say("catalogue.new.lead")),
				Console.form(this.screen.texts(), form));
	}

	Content blank(FieldForm typed) {
		FieldInputs inputs = new FieldInputs(this.words, typed);
		Form form = Form.post("field", CatalogueScreens.LIST + "/new")
			.hidden("type", typed.type().name())
			.group(say("catalogue.group.name"), null, inputs.labels(), inputs.key());
		rest(form, inputs, false);
		return Console.page(frame(say("catalogue.new.of", this.words.type(typed.type()))), problem(typed),
				Console.form(this.screen.texts(),
						form.submit(say("catalogue.add")).cancel(say("catalogue.cancel"), CatalogueScreens.LIST)));
	}

	Content edit(Catalogue.Entry entry, boolean hasValues, FieldForm typed, @Nullable String done) {
		CatalogueField field = entry.field();
		FieldInputs inputs = new FieldInputs(this.words, typed);
		boolean typeIsOpen = !hasValues && !Catalogue.isStandard(field.key());
		Form form = Form.post("field", CatalogueScreens.address(field.key()))
			.hidden(FieldForm.VERSION, typed.seen().value())
			.group(say("catalogue.group.name"), null, inputs.labels());
		rest(form, inputs, typeIsOpen);
		ConsoleFrame frame = frame(this.words.label(field)).state(CatalogueTable.badge(field, this.words))
			.action(Action.submit(say("catalogue.save"), form.id()).primary())
			.done(done);
		List<Content> dialogs = new ArrayList<>();
		for (String act : acts(field, hasValues)) {
			frame = frame.more(ask(field, act));
			dialogs.add(Console.dialog(this.screen.texts(), dialog(entry, act)));
		}
		return Console.page(frame, problem(typed), lacking(field), Console
			.beside(Console.form(this.screen.texts(), form.submit(say("catalogue.save"))), about(entry, hasValues)),
				Console.all(dialogs.toArray(Content[]::new)));
	}

	/// For who may not edit.
	Content read(Catalogue.Entry entry, boolean hasValues) {
		CatalogueField field = entry.field();
		List<Fact> facts = new ArrayList<>();
		field.labels().forEach((language, label) -> facts.add(Fact.of(said("catalogue.label", language), label)));
		field.purpose()
			.forEach((language, purpose) -> facts.add(Fact.of(said("catalogue.purpose", language), purpose)));
		facts.add(Fact.of(say("catalogue.basis"), Cell.textOrNone(this.screen.texts(),
				(field.legalBasis() != null) ? this.words.basis(field.legalBasis()) : null)));
		facts.add(Fact.of(say("catalogue.retention"), Cell.textOrNone(this.screen.texts(),
				(field.retention() != null) ? this.words.period(field.retention()) : null)));
		field.choices()
			.forEach((choice) -> facts.add(Fact.of(choice.value(), String.valueOf(this.words.text(choice.labels())))));
		return Console.page(frame(this.words.label(field)).state(CatalogueTable.badge(field, this.words)),
				lacking(field), Console.beside(Console.card(say("catalogue.group.what"), Console.facts(facts)),
						about(entry, hasValues)));
	}

	/// The question as a page, for who has no script.
	Content ask(Catalogue.Entry entry, String act) {
		Dialog dialog = dialog(entry, act);
		return Console.page(
				frame(dialog.heading()).under(this.words.label(entry.field()),
						CatalogueScreens.address(entry.field().key())),
				Console.confirmation(this.screen.texts(), dialog));
	}

	private void rest(Form form, FieldInputs inputs, boolean typeIsOpen) {
		List<Field> values = new ArrayList<>(typeIsOpen ? List.of(inputs.type()) : List.of());
		values.addAll(inputs.rules());
		if (!values.isEmpty()) {
			form.group(say("catalogue.group.rules"), null, values.toArray(Field[]::new));
		}
		form.group(say("catalogue.group.why"), say("catalogue.group.why.hint"), inputs.purpose(), inputs.basis(),
				inputs.retention());
		form.group(say("catalogue.group.more"), null, inputs.source(), inputs.sensitivity());
	}

	private static List<String> acts(CatalogueField field, boolean hasValues) {
		List<String> acts = new ArrayList<>(List.of(field.retired() ? "restore" : "retire"));
		if (!hasValues && !Catalogue.isStandard(field.key())) {
			acts.add("delete");
		}
		return acts;
	}

	private Action ask(CatalogueField field, String act) {
		Action ask = Action.ask(say("catalogue." + act + ".ask"), act,
				CatalogueScreens.address(field.key()) + "/" + act);
		return act.equals("restore") ? ask : ask.danger();
	}

	private Dialog dialog(Catalogue.Entry entry, String act) {
		String address = CatalogueScreens.address(entry.field().key());
		String label = this.words.label(entry.field());
		Action does = Action.post(say("catalogue." + act + ".do", label), address + "/" + act)
			.with(FieldForm.VERSION, EntityTag.of(entry).value());
		return Dialog.of(act, say("catalogue." + act + ".heading", label),
				act.equals("restore") ? does.primary() : does.danger(), address, say("catalogue." + act + ".text"));
	}

	private Content about(Catalogue.Entry entry, boolean hasValues) {
		CatalogueField field = entry.field();
		List<Fact> facts = new ArrayList<>();
		facts.add(Fact.of(say("catalogue.key"), Cell.id(this.screen.texts(), field.key())));
		facts.add(Fact.of(say("catalogue.type"), this.words.type(field.type())));
		facts.add(Fact.of(say("catalogue.values"), say(hasValues ? "catalogue.values.some" : "catalogue.values.none")));
		facts.add(Fact.of(say("catalogue.sensitivity"), say("catalogue.sensitivity." + field.sensitivity().code())));
		facts.add(Fact.of(say("catalogue.pages"),
				Cell.link(say("catalogue.pages.link"), "/admin/pages?field=" + field.key())));
		return Console.card(say("catalogue.about"), Console.facts(facts));
	}

	private Content lacking(CatalogueField field) {
		return field.lacks().isEmpty() ? Console.nothing()
				: Kit.notice(this.screen.texts(),
						Notice.of(Notice.Kind.WARNING,
								say("catalogue.unpublishable", this.words.lacking(field.lacks())),
								say("catalogue.unpublishable.text")));
	}

	private Content problem(FieldForm typed) {
		return (typed.problem() == null) ? Console.nothing()
				: Kit.notice(this.screen.texts(),
						Notice.of(Notice.Kind.WARNING, say("catalogue.problem." + typed.problem()),
								say("catalogue.problem." + typed.problem() + ".text")));
	}

	private ConsoleFrame frame(String title) {
		return this.screen.frame(title, Section.FIELD_CATALOGUE);
	}

	private String said(String key, String language) {
		return say(key) + " (" + Field.languageName(language) + ")";
	}

	private static String typeHint(FieldType type) {
		return "catalogue.type." + type.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".hint";
	}

	private String say(String key, Object... arguments) {
		return this.screen.say(key, arguments);
	}

}
