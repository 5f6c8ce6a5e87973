package dev.insyn.contact.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.insyn.contact.catalogue.FieldDraft;
import dev.insyn.contact.records.RecordType;
import dev.insyn.contact.records.RecordTypes.Registered;
import dev.insyn.contact.records.SubmittedRecordType;
import dev.insyn.contact.records.SubmittedRecordType.Fault;
import dev.insyn.fields.Choice;
import dev.insyn.fields.FieldType;
import dev.insyn.pagekit.console.Sortable;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/// A record type as its form holds it: what is registered, or what was typed.
///
/// @param values by the input's name, as `labels.sv` or `c.0.key`
/// @param columns what stands for each column in the names of its inputs, in order
/// @param faults what is wrong with it
/// @param problem the code of what is wrong with the whole; null if nothing is
/// @param focus the column that was just added or comes after one that was removed; null elsewhere
record RecordTypeForm(Map<String, String> values, List<String> columns, List<String> languages, List<Fault> faults,
		@Nullable String problem, @Nullable String focus) {

	static final String VERSION = "version";

	private static final String ADD = "add";

	private static final String REMOVE = "remove";

	private static final String MOVE = "move";

	static RecordTypeForm blank(List<String> languages) {
		Map<String, String> values = new LinkedHashMap<>(Map.of("source", "crm"));
		Retention.of(null).putInto(values);
		return new RecordTypeForm(values, List.of("0"), languages, List.of(), null, null);
	}

	static RecordTypeForm of(Registered registered, List<String> languages) {
		RecordType type = registered.type();
		Map<String, String> values = new LinkedHashMap<>();
		values.put(VERSION, String.valueOf(registered.version()));
		values.put("key", type.key());
		values.put("legalBasis", type.legalBasis());
		values.put("source", type.source());
		Retention.of(type.retention()).putInto(values);
		put(values, "labels", type.labels());
		put(values, "purpose", type.purpose());
		List<String> columns = new ArrayList<>();
		for (RecordType.Column column : type.columns()) {
			String id = String.valueOf(columns.size());
			String name = name(id);
			columns.add(id);
			values.put(name + "known", column.key());
			values.put(name + "key", column.key());
			values.put(name + "type", column.type().name());
			put(values, name + "labels", column.labels());
			languages.forEach((language) -> {
				String lines = ChoiceLines.write(column.choices(), language);
				if (lines != null) {
					values.put(name + "choices." + language, lines);
				}
			});
		}
		return new RecordTypeForm(values, columns, languages, List.of(), null, null);
	}

	/// What was sent; a press of *up*, *down*, *remove* or *add* is followed.
	static RecordTypeForm typed(MultiValueMap<String, String> form, List<String> languages) {
		List<String> ids = form.getOrDefault("order", List.of())
			.stream()
			.filter((id) -> id.matches("\\d{1,3}"))
			.distinct()
			.toList();
		RecordTypeForm typed = new RecordTypeForm(new LinkedHashMap<>(form.toSingleValueMap()),
				Sortable.order(ids, form.getFirst(MOVE)), languages, List.of(), null, null);
		String removed = form.getFirst(REMOVE);
		return form.containsKey(ADD) ? typed.withColumn() : (removed != null) ? typed.without(removed) : typed;
	}

	/// Whether a button was pressed that only changes what stands in the form.
	boolean goesOn() {
		return Stream.of(ADD, REMOVE, MOVE).anyMatch(this.values::containsKey);
	}

	/// Of a type that is there.
	RecordTypeForm about(String key) {
		Map<String, String> known = new LinkedHashMap<>(this.values);
		known.put("key", key);
		return new RecordTypeForm(known, this.columns, this.languages, this.faults, this.problem, this.focus);
	}

	RecordTypeForm with(List<Fault> reasons) {
		return new RecordTypeForm(this.values, this.columns, this.languages, reasons, null, null);
	}

	RecordTypeForm with(String code) {
		return new RecordTypeForm(this.values, this.columns, this.languages, List.of(), code, null);
	}

	/// Sent again, it goes over this version.
	RecordTypeForm seeing(long version) {
		Map<String, String> known = new LinkedHashMap<>(this.values);
		known.put(VERSION, String.valueOf(version));
		return new RecordTypeForm(known, this.columns, this.languages, this.faults, this.problem, this.focus);
	}

	long seen() {
		String version = value(VERSION);
		return version.matches("\\d{1,18}") ? Long.parseLong(version) : -1;
	}

	SubmittedRecordType submitted() {
		return new SubmittedRecordType(said("labels"), this.columns.stream().map(this::column).toList(),
				said("purpose"), value("legalBasis"), Retention.typed(this.values), value("source"));
	}

	private SubmittedRecordType.Column column(String id) {
		String name = name(id);
		return new SubmittedRecordType.Column(value(name + "key"), type(id), said(name + "labels"),
				(type(id) == FieldType.CHOICE) ? choices(name) : List.of());
	}

	private List<Choice> choices(String name) {
		return ChoiceLines.read(texts(name + "choices"), Set.of())
			.stream()
			.map((option) -> new Choice(Objects.requireNonNullElse(option.value(), ""), labels(option), null))
			.toList();
	}

	private static Map<String, String> labels(FieldDraft.Option option) {
		return Objects.requireNonNullElse(option.labels(), Map.of());
	}

	FieldType type(String id) {
		String said = value(name(id) + "type");
		return SubmittedRecordType.TYPES.stream()
			.filter((type) -> type.name().equals(said))
			.findFirst()
			.orElse(FieldType.TEXT);
	}

	/// Whether the column is registered: its key stays.
	boolean knows(String id) {
		String known = value(name(id) + "known");
		return !known.isEmpty() && known.equals(value(name(id) + "key"));
	}

	String value(String name) {
		return this.values.getOrDefault(name, "").strip();
	}

	/// Text by language, of all languages that the form offers.
	Map<String, String> texts(String name) {
		Map<String, String> texts = new LinkedHashMap<>();
		this.languages.forEach((language) -> texts.put(language, this.values.getOrDefault(name + "." + language, "")));
		return texts;
	}

	/// What is wrong with a part and what lies below it: the paths.
	List<String> wrong(String part) {
		return this.faults.stream()
			.map(Fault::part)
			.filter((wrong) -> wrong.equals(part) || wrong.startsWith(part + "."))
			.toList();
	}

	static String name(String id) {
		return "c." + id + ".";
	}

	/// Text by language, where there is any.
	Map<String, String> said(String name) {
		return texts(name).entrySet()
			.stream()
			.filter((text) -> !text.getValue().isBlank())
			.collect(Collectors.toMap(Map.Entry::getKey, (text) -> text.getValue().strip(), (one, other) -> one,
					LinkedHashMap::new));
	}

	private RecordTypeForm withColumn() {
		String id = String.valueOf(this.columns.stream().mapToInt(Integer::parseInt).max().orElse(-1) + 1);
		List<String> more = new ArrayList<>(this.columns);
		more.add(id);
		return new RecordTypeForm(this.values, more, this.languages, this.faults, this.problem, id);
	}

	private RecordTypeForm without(String id) {
		int place = this.columns.indexOf(id);
		List<String> fewer = new ArrayList<>(this.columns);
		fewer.remove(id);
		String next = (place < 0 || fewer.isEmpty()) ? null : fewer.get(Math.min(place, fewer.size() - 1));
		return new RecordTypeForm(this.values, fewer, this.languages, this.faults, this.problem, next);
	}

	private static void put(Map<String, String> values, String name, Map<String, String> texts) {
		texts.forEach((language, text) -> values.put(name + "." + language, text));
	}

}
