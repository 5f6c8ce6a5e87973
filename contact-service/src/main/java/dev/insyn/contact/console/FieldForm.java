package dev.insyn.contact.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.insyn.contact.catalogue.Catalogue;
import dev.insyn.contact.catalogue.CatalogueField;
import dev.insyn.contact.catalogue.EntityTag;
import dev.insyn.contact.catalogue.FieldDraft;
import dev.insyn.contact.catalogue.Objection;
import dev.insyn.fields.FieldType;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/// A field as its form holds it: what is stored, or what was typed and refused, with the reasons.
///
/// @param values by the input's name, as `rules.max` or `labels.sv`
/// @param offNow the choices that are not offered any more
/// @param problem the code of what is wrong with the whole; null if nothing is
record FieldForm(Map<String, String> values, Set<String> offNow, List<String> languages, List<Objection> objections,
		@Nullable String problem) {

	static final String VERSION = "version";

	private static final List<String> RULES = List.of("minLength", "maxLength", "min", "max", "after", "before",
			"defaultRegion");

	static FieldForm blank(String type) {
		return new FieldForm(Map.of("type", type.toUpperCase(Locale.ROOT), "source", "crm", "sensitivity", "normal"),
				Set.of(), CatalogueField.LANGUAGES, List.of(), null);
	}

	static FieldForm of(Catalogue.Entry entry, List<String> languages) {
		CatalogueField field = entry.field();
		FieldDraft draft = FieldDraft.of(field);
		Map<String, String> values = new LinkedHashMap<>();
		put(values, VERSION, EntityTag.of(entry).value());
		put(values, "key", draft.key());
		put(values, "type", draft.type());
		put(values, "legalBasis", draft.legalBasis());
		Retention.of(field.retention()).putInto(values);
		put(values, "source", draft.source());
		put(values, "sensitivity", draft.sensitivity());
		putRules(values, draft.rules());
		languages.forEach((language) -> {
			put(values, "labels." + language, field.labels().get(language));
			put(values, "purpose." + language, field.purpose().get(language));
			put(values, "choices." + language, ChoiceLines.write(field.choices(), language));
		});
		Set<String> off = field.choices()
			.stream()
			.filter((choice) -> !choice.offered())
			.map(dev.insyn.fields.Choice::value)
			.collect(Collectors.toSet());
		return new FieldForm(values, off, languages, List.of(), null);
	}

	static FieldForm typed(MultiValueMap<String, String> form, List<String> languages) {
		return new FieldForm(new LinkedHashMap<>(form.toSingleValueMap()),
				new TreeSet<>(form.getOrDefault("off", List.of())), languages, List.of(), null);
	}

	/// Of a field that is there: its key, and its type where the form doesn't ask for it.
	FieldForm about(CatalogueField field) {
		Map<String, String> known = new LinkedHashMap<>(this.values);
		known.put("key", field.key());
		known.putIfAbsent("type", field.type().name());
		known.put("state", field.retired() ? FieldDraft.RETIRED : FieldDraft.ACTIVE);
		return new FieldForm(known, this.offNow, this.languages, this.objections, this.problem);
	}

	FieldForm with(List<Objection> reasons) {
		return new FieldForm(this.values, this.offNow, this.languages, reasons, null);
	}

	FieldForm with(String code) {
		return new FieldForm(this.values, this.offNow, this.languages, List.of(), code);
	}

	/// Sent again, it goes over this version.
	FieldForm seeing(EntityTag version) {
		Map<String, String> known = new LinkedHashMap<>(this.values);
		known.put(VERSION, version.value());
		return new FieldForm(known, this.offNow, this.languages, this.objections, this.problem);
	}

	EntityTag seen() {
		return EntityTag.required(value(VERSION));
	}

	FieldDraft draft() {
		boolean choosable = type() == FieldType.CHOICE || type() == FieldType.CHOICES;
		return new FieldDraft(value("key"), value("type"), texts("labels"),
				choosable ? ChoiceLines.read(texts("choices"), this.offNow) : List.of(), rules(), texts("purpose"),
				value("legalBasis"), Retention.typed(this.values), value("source"), value("sensitivity"),
				value("state"));
	}

	@Nullable String value(String name) {
		return this.values.get(name);
	}

	/// Text by language, of all languages that the form offers.
	Map<String, String> texts(String name) {
		Map<String, String> texts = new LinkedHashMap<>();
		this.languages.forEach((language) -> texts.put(language, this.values.getOrDefault(name + "." + language, "")));
		return texts;
	}

	FieldType type() {
		String said = this.values.getOrDefault("type", "");
		return Stream.of(FieldType.values())
			.filter((type) -> type.name().equals(said))
			.findFirst()
			.orElse(FieldType.TEXT);
	}

	/// The values of the choices, in their order.
	List<String> choices() {
		return ChoiceLines.read(texts("choices"), Set.of())
			.stream()
			.map((option) -> String.valueOf(option.value()))
			.toList();
	}

	/// What is wrong with an input and what lies below it.
	List<Objection> wrong(String member) {
		return this.objections.stream()
			.filter((objection) -> objection.member().equals(member) || objection.member().startsWith(member + ".")
					|| objection.member().startsWith(member + "["))
			.toList();
	}

	/// The rules that a value of the type can keep; what the form held of another type is
	/// left behind.
	static List<String> rulesOf(FieldType type) {
		return switch (type) {
			case TEXT, MULTILINE -> List.of("minLength", "maxLength");
			case EMAIL, ADDRESS -> List.of("maxLength");
			case NUMBER -> List.of("min", "max");
			case DATE -> List.of("after", "before");
			case PHONE -> List.of("defaultRegion");
			case YES_NO, CHOICE, CHOICES, COUNTRY -> List.of();
		};
	}

	private FieldDraft.Rules rules() {
		List<String> kept = rulesOf(type());
		List<@Nullable String> said = new ArrayList<>();
		RULES.forEach((rule) -> said.add(kept.contains(rule) ? value("rules." + rule) : null));
		return new FieldDraft.Rules(said.get(0), said.get(1), said.get(2), said.get(3), said.get(4), said.get(5),
				said.get(6));
	}

	private static void putRules(Map<String, String> values, FieldDraft.@Nullable Rules rules) {
		if (rules != null) {
			put(values, "rules.minLength", rules.minLength());
			put(values, "rules.maxLength", rules.maxLength());
			put(values, "rules.min", rules.min());
			put(values, "rules.max", rules.max());
			put(values, "rules.after", rules.after());
			put(values, "rules.before", rules.before());
			put(values, "rules.defaultRegion", rules.defaultRegion());
		}
	}

	private static void put(Map<String, String> values, String name, @Nullable String value) {
		if (value != null) {
			values.put(name, value);
		}
	}

}
