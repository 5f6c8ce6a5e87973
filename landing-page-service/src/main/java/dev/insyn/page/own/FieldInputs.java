package dev.insyn.page.own;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.insyn.fields.Choice;
import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldType;
import dev.insyn.page.contacts.ContactView;
import dev.insyn.page.pages.Labels;
import dev.insyn.page.pages.LivePage;
import dev.insyn.page.pages.PageField;
import dev.insyn.pagekit.FieldFrame;
import dev.insyn.pagekit.FieldFrame.Mark;
import dev.insyn.pagekit.FormField;
import dev.insyn.pagekit.FormField.Option;
import dev.insyn.pagekit.FormField.Width;
import dev.insyn.pagekit.Texts;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// Draws each editable field as the input that fits its type: what a phone's keyboard and a browser's memory can help with,
/// they are told.
final class FieldInputs {

	private static final int MOST_RADIOS = 6;

	private static final Map<String, String> AUTOCOMPLETE = Map.ofEntries(Map.entry("first-name", "given-name"),
			Map.entry("last-name", "family-name"), Map.entry("name", "name"), Map.entry("title", "organization-title"),
			Map.entry("organisation", "organization"), Map.entry("birth-date", "bday"), Map.entry("email", "email"),
			Map.entry("phone", "tel"), Map.entry("mobile", "tel"), Map.entry("country", "country"));

	private static final Map<String, String> ADDRESS_AUTOCOMPLETE = Map.of("line1", "address-line1", "line2",
			"address-line2", "postalCode", "postal-code", "city", "address-level2", "country", "country");

	private static final Set<String> NARROW = Set.of("postalCode");

	private final LivePage page;

	private final Reader reader;

	private final Shown shown;

	private final @Nullable Submission typed;

	private final Problems problems;

	private final Mark restMark;

	FieldInputs(LivePage page, Reader reader, Shown shown, @Nullable Submission typed, Problems problems) {
		this.page = page;
		this.reader = reader;
		this.shown = shown;
		this.typed = typed;
		this.problems = problems;
		List<PageField> editable = page.content().editable();
		long required = editable.stream().filter(PageField::required).count();
		this.restMark = (required > editable.size() - required) ? Mark.OPTIONAL : Mark.NONE;
	}

	/// @param notice what stands between the field's label and its input; null for
	/// nothing
	FormField draw(PageField field, @Nullable Content notice) {
		FieldDefinition definition = this.page.definition(field);
		return switch (definition.type()) {
			case MULTILINE -> text(field, definition, notice, "text", null, Width.LONG, 5);
			case EMAIL -> text(field, definition, notice, "email", "email", Width.MEDIUM, 1);
			case PHONE -> text(field, definition, notice, "tel", "tel", Width.SHORT, 1);
			case DATE -> text(field, definition, notice, "text", null, Width.SHORT, 1);
			case NUMBER -> text(field, definition, notice, "text", "decimal", Width.TINY, 1);
			case TEXT -> text(field, definition, notice, "text", null, width(definition), 1);
			case YES_NO -> new FormField.Radios(frame(field, definition, notice), yesNo(field, definition));
			case CHOICE -> choice(field, definition, notice);
			case CHOICES -> new FormField.Checkboxes(frame(field, definition, notice), choices(field, definition));
			case COUNTRY -> new FormField.Select(frame(field, definition, notice), countries(value(field, definition)),
					"country", Width.MEDIUM);
			case ADDRESS -> new FormField.Group(frame(field, definition, notice), address(field, definition));
		};
	}

	private FormField text(PageField field, FieldDefinition definition, @Nullable Content notice, String type,
			@Nullable String inputmode, Width width, int rows) {
		return new FormField.Text(frame(field, definition, notice), value(field, definition), type,
				AUTOCOMPLETE.getOrDefault(field.key(), "off"), inputmode, width, null, rows);
	}

	private static Width width(FieldDefinition definition) {
		Integer longest = definition.rules().maxLength();
		return (longest != null && longest <= 20) ? Width.SHORT
				: (longest != null && longest > 100) ? Width.LONG : Width.MEDIUM;
	}

	private FormField choice(PageField field, FieldDefinition definition, @Nullable Content notice) {
		FieldFrame frame = frame(field, definition, notice);
		String chosen = value(field, definition);
		List<Option> options = definition.choices()
			.stream()
			.map((choice) -> new Option(choice.value(), label(choice), choice.value().equals(chosen)))
			.toList();
		boolean clearable = !field.required() && field.preset() == null;
		return (options.size() > MOST_RADIOS || clearable) ? new FormField.Select(frame, options, null, Width.MEDIUM)
				: new FormField.Radios(frame, options);
	}

	private List<Option> choices(PageField field, FieldDefinition definition) {
		List<String> chosen = chosen(field);
		return definition.choices()
			.stream()
			.map((choice) -> new Option(choice.value(), label(choice), chosen.contains(choice.value())))
			.toList();
	}

	private List<Option> yesNo(PageField field, FieldDefinition definition) {
		String chosen = value(field, definition);
		return List.of(new Option("true", texts().get("field.yes"), chosen.equals("true")),
				new Option("false", texts().get("field.no"), chosen.equals("false")));
	}

	private List<Option> countries(String chosen) {
		return Countries.in(this.reader.locale())
			.stream()
			.map((country) -> new Option(country.code(), country.name(), country.code().equals(chosen)))
			.toList();
	}

	private List<FormField> address(PageField field, FieldDefinition definition) {
		Map<?, ?> parts = addressParts(field);
		List<FormField> inputs = new ArrayList<>();
		for (String part : Submission.ADDRESS_PARTS) {
			Object value = parts.get(part);
			String text = (value != null) ? value.toString() : "";
			String name = field.key() + "." + part;
			FieldFrame frame = new FieldFrame(name, texts().get("address." + part), null, this.problems.message(name),
					Mark.NONE);
			inputs.add(part.equals("country")
					? new FormField.Select(frame, countries(text), ADDRESS_AUTOCOMPLETE.get(part), Width.MEDIUM)
					: new FormField.Text(frame, text, "text", ADDRESS_AUTOCOMPLETE.get(part), null,
							NARROW.contains(part) ? Width.TINY : part.equals("city") ? Width.MEDIUM : Width.LONG, null,
							1));
		}
		return inputs;
	}

	private Map<?, ?> addressParts(PageField field) {
		if (this.typed != null && this.typed.has(field, FieldType.ADDRESS)) {
			return this.typed.address(field.key());
		}
		return (this.shown.value(field.key()) instanceof Map<?, ?> parts) ? parts : Map.of();
	}

	/// What stands in the input: what was typed, else the value, else the preset.
	private String value(PageField field, FieldDefinition definition) {
		if (this.typed != null && this.typed.has(field, definition.type())) {
			return this.typed.first(field.key());
		}
		Object value = this.shown.value(field.key());
		if (value == null && field.preset() != null) {
			value = field.preset().getFirst();
		}
		return Drawn.text(definition, value, this.reader.locale());
	}

	private List<String> chosen(PageField field) {
		if (this.typed != null && this.typed.has(field, FieldType.CHOICES)) {
			return this.typed.chosen(field.key());
		}
		if (this.shown.value(field.key()) instanceof List<?> values) {
			return values.stream().map(String::valueOf).toList();
		}
		return (field.preset() != null) ? field.preset() : List.of();
	}

	private FieldFrame frame(PageField field, FieldDefinition definition, @Nullable Content notice) {
		return new FieldFrame(field.key(), this.page.heading(field, this.reader.language()), hint(field, definition),
				this.problems.message(field.key()), field.required() ? Mark.REQUIRED : this.restMark, notice);
	}

	/// The field's comment; where there is none, how a date is written, or that an
	/// address
	/// takes a code.
	private @Nullable String hint(PageField field, FieldDefinition definition) {
		if (!field.comment().isEmpty()) {
			return field.comment().in(this.reader.language());
		}
		if (field.key().equals(ContactView.EMAIL)) {
			return texts().get("hint.email");
		}
		return (definition.type() == FieldType.DATE) ? texts().get("hint.date") : null;
	}

	private String label(Choice choice) {
		String label = Labels.of(choice.labels(), this.reader.language(), choice.value());
		return label.substring(0, 1).toUpperCase(this.reader.locale()) + label.substring(1);
	}

	private Texts texts() {
		return this.reader.texts();
	}

}
