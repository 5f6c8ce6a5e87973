package dev.insyn.page.console;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldType;
import dev.insyn.page.console.FieldRow.Candidate;
import dev.insyn.page.pages.HiddenField;
import dev.insyn.page.pages.HiddenField.Kind;
import dev.insyn.page.pages.LogNote;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.PageField;
import dev.insyn.page.pages.Register;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Field;
import gg.jte.Content;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What a page writes when a contact submits it, and does not show.
@Component
@Order(4)
class HiddenTab implements EditorTab {

	private static final Set<FieldType> UNFIT = Set.of(FieldType.ADDRESS, FieldType.CHOICES);

	private final Clock clock;

	HiddenTab(Clock clock) {
		this.clock = clock;
	}

	@Override
	public String key() {
		return "hidden";
	}

	@Override
	public FormValues fill(PageContent content, Register register, Locale locale) {
		FormValues form = new FormValues().with("logNote", content.logNote());
		for (HiddenField field : content.hidden()) {
			form.with("order.hidden", field.key())
				.with(name(field.key()) + "kind", field.kind().name())
				.with(name(field.key()) + "value",
						register.field(field.key())
							.map((definition) -> FieldValues.typed(definition, List.of(field.value()), locale))
							.orElse(List.of(field.value())));
		}
		return form;
	}

	@Override
	public PageContent read(FormValues form, PageContent before, Register register, Locale locale) {
		List<HiddenField> hidden = new ArrayList<>();
		for (String key : Moves.order(form, "hidden")) {
			if (!key.equals(form.get("remove"))) {
				hidden.add(field(form, key, register, locale));
			}
		}
		register.field(form.get("add")).map(HiddenTab::fresh).ifPresent(hidden::add);
		return new PageContent(before.kind(), before.description(), before.name(), before.theme(), before.languages(),
				before.title(), before.intro(), before.header(), before.body(), before.reports(), hidden,
				form.localized("logNote", before.logNote()), before.button(), before.confirmation(), before.rules());
	}

	private static HiddenField field(FormValues form, String key, Register register, Locale locale) {
		Kind kind = Moves.find(List.of(Kind.values()), (one) -> one.name().equals(form.get(name(key) + "kind")))
			.orElse(Kind.FIXED);
		if (kind != Kind.FIXED) {
			return new HiddenField(key, kind, "");
		}
		List<String> typed = form.all(name(key) + "value");
		List<String> value = register.field(key)
			.map((definition) -> FieldValues.canonical(definition, typed, locale))
			.orElse(typed);
		return HiddenField.fixed(key, value.isEmpty() ? "" : value.getFirst());
	}

	private static HiddenField fresh(FieldDefinition field) {
		return switch (field.type()) {
			case DATE -> HiddenField.date(field.key());
			case TEXT, MULTILINE -> HiddenField.pageName(field.key());
			case YES_NO -> HiddenField.fixed(field.key(), "true");
			case CHOICE ->
				HiddenField.fixed(field.key(), field.choices().isEmpty() ? "" : field.choices().getFirst().value());
			case COUNTRY -> HiddenField.fixed(field.key(), "SE");
			case NUMBER -> HiddenField.fixed(field.key(), "1");
			default -> HiddenField.fixed(field.key(), "");
		};
	}

	@Override
	public Content draw(Editing editing) {
		Texts texts = editing.texts();
		List<FieldRow> rows = new ArrayList<>();
		for (int i = 0; i < editing.content().hidden().size(); i++) {
			rows.add(row(editing, i, editing.content().hidden().get(i)));
		}
		Field note = editing.troubles()
			.on(Field
				.localised("logNote", texts.get("page.log-note"),
						editing.values().texts("logNote", editing.languages()))
				.hint(texts.get("page.log-note.hint"))
				.optional()
				.atMost(500), "logNote");
		return Templates.hidden(texts, rows, candidates(editing), note, placeholders(texts), example(editing),
				editing.address() + "/hidden/note");
	}

	/// What the note would say if two fields had been changed now.
	String example(Editing editing) {
		PageContent content = editing.content();
		String language = editing.languages().getFirst();
		List<String> changed = content.editable()
			.stream()
			.limit(2)
			.map((field) -> heading(editing, field, language))
			.toList();
		return LogNote.fill(content.logNote().in(language),
				new LogNote.Update(content.name().in(language), editing.page().id(),
						this.clock.instant().atZone(editing.tenant().timeZone()), changed,
						Locale.of(language, editing.tenant().country())));
	}

	private static String heading(Editing editing, PageField field, String language) {
		return field.heading().isEmpty() ? editing.register()
			.field(field.key())
			.map((definition) -> definition.label(Locale.of(language)))
			.orElse(field.key()) : field.heading().in(language);
	}

	private static List<Choice> placeholders(Texts texts) {
		return LogNote.PLACEHOLDERS.stream()
			.map((name) -> Choice.of("{" + name + "}", texts.get("page.placeholder." + name)))
			.toList();
	}

	private static FieldRow row(Editing editing, int index, HiddenField field) {
		Texts texts = editing.texts();
		Optional<FieldDefinition> definition = editing.register().field(field.key());
		String label = definition.map((found) -> FieldValues.label(texts, found)).orElse(field.key());
		String member = "hidden[" + index + "]";
		String wrong = editing.troubles().at(member + ".key", "row-" + field.key(), label);
		List<Field> settings = new ArrayList<>();
		definition.ifPresent((found) -> {
			List<Choice> kinds = kinds(texts, found);
			settings.add(editing.troubles()
				.on(Field.select(name(field.key()) + "kind", texts.get("page.hidden.kind"), kinds)
					.value(field.kind().name()), member + ".kind"));
			settings.add(editing.troubles()
				.on(FieldValues
					.input(texts, name(field.key()) + "value", texts.get("page.hidden.value"), found,
							editing.values().all(name(field.key()) + "value"))
					.hint((kinds.size() > 1) ? texts.get("page.hidden.value.hint") : null), member + ".value"));
		});
		String inWords = texts.get("page.hidden.kind." + field.kind().name());
		return new FieldRow(field.key(), null, label, inWords, lacking(texts, definition), wrong, List.of(), settings,
				editing.troubles().within(member) || editing.isNew(field.key()), "", editing.isNew(field.key()));
	}

	private static @org.jspecify.annotations.Nullable String lacking(Texts texts, Optional<FieldDefinition> found) {
		if (found.isEmpty()) {
			return texts.get("page.field.unknown");
		}
		return Register.isLawful(found.get()) ? null : texts.get("page.field.lacking");
	}

	private static List<Choice> kinds(Texts texts, FieldDefinition field) {
		List<Choice> kinds = new ArrayList<>();
		if (field.type() == FieldType.DATE || field.type() == FieldType.TEXT) {
			kinds.add(kind(texts, Kind.DATE));
		}
		if (field.type() == FieldType.TEXT || field.type() == FieldType.MULTILINE) {
			kinds.add(kind(texts, Kind.PAGE_NAME));
		}
		kinds.add(kind(texts, Kind.FIXED));
		return kinds;
	}

	private static Choice kind(Texts texts, Kind kind) {
		return Choice.of(kind.name(), texts.get("page.hidden.kind." + kind.name()));
	}

	/// What the contact itself can't change on the page, and is one value.
	private static List<Candidate> candidates(Editing editing) {
		Set<String> taken = new java.util.HashSet<>();
		editing.content().editable().stream().map(PageField::key).forEach(taken::add);
		editing.content().hidden().stream().map(HiddenField::key).forEach(taken::add);
		return editing.register()
			.fields()
			.values()
			.stream()
			.filter((field) -> !taken.contains(field.key()) && !UNFIT.contains(field.type()))
			.map((field) -> new Candidate(field.key(), FieldValues.label(editing.texts(), field),
					editing.texts().get("page.type." + field.type().name()), !Register.isLawful(field)))
			.toList();
	}

	private static String name(String key) {
		return "h." + key + ".";
	}

}
