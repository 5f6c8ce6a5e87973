package dev.insyn.notification.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A template made ready: its Markdown is read once, and only gaps are filled in for each contact.
public final class CompiledTemplate {

	private final MailTemplate template;

	private final Map<String, CompiledWords> words = new TreeMap<>();

	public CompiledTemplate(MailTemplate template) {
		this.template = template;
		template.words().forEach((language, text) -> this.words.put(language, new CompiledWords(language, text)));
	}

	public MailTemplate template() {
		return this.template;
	}

	/// The pages it links to.
	public Set<String> pages() {
		return of(MergeField.Kind.PAGE);
	}

	/// The contact's fields that it shows.
	public Set<String> contactFields() {
		return of(MergeField.Kind.CONTACT);
	}

	private Set<String> of(MergeField.Kind kind) {
		return fields().filter((field) -> field.kind() == kind)
			.map(MergeField::name)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	Stream<MergeField> fields() {
		return this.words.values().stream().flatMap(CompiledWords::fields);
	}

	/// The fields of which a contact has no value and that say nothing without one.
	/// @return their labels; empty if the mail can be written
	public List<String> lacking(String language, MergeValues values) {
		return in(language).fields()
			.filter(MergeField::needsValue)
			.filter((field) -> value(field, values).isEmpty())
			.map(MergeField::label)
			.distinct()
			.toList();
	}

	private static String value(MergeField field, MergeValues values) {
		return switch (field.kind()) {
			case CONTACT -> values.contact().getOrDefault(field.name(), "");
			default -> (values.organisation() != null) ? values.organisation() : "";
		};
	}

	List<Finding> findings() {
		List<Finding> findings = new ArrayList<>();
		if (this.words.isEmpty()) {
			findings.add(new Finding(Finding.Code.NO_WORDS, "", "", ""));
		}
		this.words.values().forEach((text) -> findings.addAll(text.findings()));
		return findings;
	}

	CompiledWords in(String language) {
		CompiledWords found = this.words.get(language);
		if (found == null) {
			throw new IllegalArgumentException("No words in " + language);
		}
		return found;
	}

	Map<String, CompiledWords> words() {
		return this.words;
	}

}
