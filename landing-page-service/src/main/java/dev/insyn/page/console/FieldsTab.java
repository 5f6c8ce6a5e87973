package dev.insyn.page.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldType;
import dev.insyn.page.console.FieldRow.Candidate;
import dev.insyn.page.pages.HiddenField;
import dev.insyn.page.pages.Localized;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.PageField;
import dev.insyn.page.pages.Register;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.Field;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Which fields of the catalogue stand on a page, where, and how.
@Component
@Order(2)
class FieldsTab implements EditorTab {

	static final String HEADER = "header";

	static final String BODY = "body";

	@Override
	public String key() {
		return "fields";
	}

	@Override
	public FormValues fill(PageContent content, Register register, Locale locale) {
		FormValues form = new FormValues();
		content.header().forEach((field) -> fill(form.with("order.header", field.key()), field, register, locale));
		content.body().forEach((field) -> fill(form.with("order.body", field.key()), field, register, locale));
		return form;
	}

	private static void fill(FormValues form, PageField field, Register register, Locale locale) {
		String name = name(field.key());
		form.with(name + "section", field.section())
			.with(name + "heading", field.heading())
			.with(name + "comment", field.comment())
			.with(name + "editable", String.valueOf(field.editable()))
			.with(name + "required", String.valueOf(field.required()));
		List<String> preset = field.preset();
		if (preset != null) {
			form.with(name + "preset",
					register.field(field.key())
						.map((definition) -> FieldValues.typed(definition, preset, locale))
						.orElse(preset));
		}
	}

	@Override
	public PageContent read(FormValues form, PageContent before, Register register, Locale locale) {
		List<String> header = new ArrayList<>(Moves.order(form, HEADER));
		List<String> body = new ArrayList<>(Moves.order(form, BODY));
		header.removeAll(body);
		act(form, header, body);
		return content(before,
				header.stream().distinct().map((key) -> field(form, key, before, register, locale, true)).toList(),
				body.stream().distinct().map((key) -> field(form, key, before, register, locale, false)).toList());
	}

	/// Buttons that do more than to save: add, take away, to the other part.
	private static void act(FormValues form, List<String> header, List<String> body) {
		String taken = form.get("remove");
		header.remove(taken);
		body.remove(taken);
		for (String list : List.of(HEADER, BODY)) {
			String moved = form.get("to." + list);
			if (!moved.isEmpty()) {
				header.remove(moved);
				body.remove(moved);
				(list.equals(HEADER) ? header : body).add(moved);
			}
		}
	}

	private static PageField field(FormValues form, String key, PageContent before, Register register, Locale locale,
			boolean header) {
		Optional<PageField> known = Moves.find(before.fields(), (field) -> field.key().equals(key));
		String name = name(key);
		boolean fresh = form.values().keySet().stream().noneMatch((given) -> given.startsWith(name));
		boolean editable = !header && (fresh ? isOpenByItself(key, register) : form.on(name + "editable"));
		List<String> preset = editable ? register.field(key)
			.filter((definition) -> definition.type() != FieldType.ADDRESS)
			.map((definition) -> FieldValues.canonical(definition, form.all(name + "preset"), locale))
			.orElse(List.of()) : List.of();
		return new PageField(key, text(form, name + "section", known.map(PageField::section)),
				text(form, name + "heading", known.map(PageField::heading)),
				text(form, name + "comment", known.map(PageField::comment)), editable,
				editable && form.on(name + "required"), preset);
	}

	/// A field that is added to the body can be changed by the contact, as that is what
	/// the
	/// page is for; a number that the
	/// company's own system gives can't.
	private static boolean isOpenByItself(String key, Register register) {
		return register.field(key).filter((field) -> !field.source().equals("system")).isPresent();
	}

	private static Localized text(FormValues form, String name, Optional<Localized> before) {
		return form.localized(name, before.orElse(Localized.NONE));
	}

	static PageContent content(PageContent before, List<PageField> header, List<PageField> body) {
		return new PageContent(before.kind(), before.description(), before.name(), before.theme(), before.languages(),
				before.title(), before.intro(), header, body, before.reports(), before.hidden(), before.logNote(),
				before.button(), before.confirmation(), before.rules());
	}

	@Override
	public Content draw(Editing editing) {
		List<FieldRow> header = rows(editing, HEADER, editing.content().header());
		List<FieldRow> body = rows(editing, BODY, editing.content().body());
		return Templates.fields(editing.texts(), header, body, candidates(editing));
	}

	private static List<FieldRow> rows(Editing editing, String part, List<PageField> fields) {
		List<FieldRow> rows = new ArrayList<>();
		for (int i = 0; i < fields.size(); i++) {
			rows.add(row(editing, part, i, fields.get(i)));
		}
		return rows;
	}

	private static FieldRow row(Editing editing, String part, int index, PageField field) {
		Texts texts = editing.texts();
		Optional<FieldDefinition> definition = editing.register().field(field.key());
		String label = definition.map((found) -> FieldValues.label(texts, found)).orElse(field.key());
		String member = part + "[" + index + "]";
		String wrong = editing.troubles().at(member + ".key", "row-" + field.key(), label);
		List<Field> settings = new ArrayList<>(settings(editing, member, field, definition.orElse(null)));
		return new FieldRow(field.key(), text(editing, field.section()), label, text(editing, field.heading()),
				lacking(texts, definition), wrong, part.equals(BODY) ? toggles(editing, member, field) : List.of(),
				settings, editing.troubles().within(member) || editing.isNew(field.key()),
				part.equals(HEADER) ? BODY : HEADER, editing.isNew(field.key()));
	}

	private static @Nullable String text(Editing editing, Localized text) {
		return text.isEmpty() ? null : text.in(editing.languages().getFirst());
	}

	private static @Nullable String lacking(Texts texts, Optional<FieldDefinition> definition) {
		if (definition.isEmpty()) {
			return texts.get("page.field.unknown");
		}
		return Register.isLawful(definition.get()) ? null : texts.get("page.field.lacking");
	}

	private static List<Field> toggles(Editing editing, String member, PageField field) {
		Texts texts = editing.texts();
		String name = name(field.key());
		return List.of(
				editing.troubles()
					.on(Field.checkbox(name + "editable", texts.get("page.field.editable")).on(field.editable()),
							member + ".editable"),
				editing.troubles()
					.on(Field.checkbox(name + "required", texts.get("page.field.required")).on(field.required()),
							member + ".required"));
	}

	private static List<Field> settings(Editing editing, String member, PageField field,
			@Nullable FieldDefinition definition) {
		Texts texts = editing.texts();
		FormValues form = editing.values();
		List<String> languages = editing.languages();
		String name = name(field.key());
		List<Field> settings = new ArrayList<>();
		settings.add(editing.troubles()
			.on(Field
				.localised(name + "heading", texts.get("page.field.heading"), form.texts(name + "heading", languages))
				.hint(texts.get("page.field.heading.hint"))
				.optional()
				.atMost(200), member + ".heading"));
		settings.add(editing.troubles()
			.on(Field
				.localisedLines(name + "comment", texts.get("page.field.comment"), 2,
						form.texts(name + "comment", languages))
				.hint(texts.get("page.field.comment.hint"))
				.optional(), member + ".comment"));
		if (member.startsWith(BODY)) {
			settings.add(editing.troubles()
				.on(Field
					.localised(name + "section", texts.get("page.field.section"),
							form.texts(name + "section", languages))
					.hint(texts.get("page.field.section.hint"))
					.optional()
					.atMost(200), member + ".section"));
			if (definition != null && definition.type() != FieldType.ADDRESS) {
				settings.add(editing.troubles()
					.on(FieldValues
						.input(texts, name + "preset", texts.get("page.field.preset"), definition,
								form.all(name + "preset"))
						.hint(texts.get("page.field.preset.hint"))
						.optional(), member + ".preset"));
			}
		}
		return settings;
	}

	/// What is in the catalogue and not on the page.
	private static List<Candidate> candidates(Editing editing) {
		Set<String> taken = new java.util.HashSet<>();
		editing.content().fields().stream().map(PageField::key).forEach(taken::add);
		editing.content().hidden().stream().map(HiddenField::key).forEach(taken::add);
		return editing.register()
			.fields()
			.values()
			.stream()
			.filter((field) -> !taken.contains(field.key()))
			.map((field) -> new Candidate(field.key(), FieldValues.label(editing.texts(), field),
					editing.texts().get("page.type." + field.type().name()), !Register.isLawful(field)))
			.toList();
	}

	static String name(String key) {
		return "f." + key + ".";
	}

}
