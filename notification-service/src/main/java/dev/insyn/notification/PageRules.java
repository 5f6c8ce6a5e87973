package dev.insyn.notification;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// What a page says of who is told when it is used: the only place where this service keeps users' addresses.
///
/// @param version the page's; an older one never replaces a newer one
/// @param names per language
/// @param archived since when links to it don't work; null while they do
/// @param recipients addresses of the tenant's own staff
public record PageRules(String page, int version, Map<String, String> names, List<String> recipients,
		@Nullable ActivityRule activity, List<Field> fields, @Nullable Instant archived) {

	public PageRules {
		names = Map.copyOf(names);
		recipients = List.copyOf(recipients);
		fields = List.copyOf(fields);
	}

	/// As it is published.
	PageRules(String page, int version, Map<String, String> names, List<String> recipients,
			@Nullable ActivityRule activity, List<Field> fields) {
		this(page, version, names, recipients, activity, fields, null);
	}

	PageRules archived(Instant at) {
		return new PageRules(this.page, this.version, this.names, this.recipients, this.activity, this.fields, at);
	}

	/// The activity to create.
	///
	/// @param dueDays days after the use
	record ActivityRule(String type, String subject, String assignee, int dueDays) {
	}

	/// A field that stands on the page.
	///
	/// @param labels per language
	record Field(String key, Map<String, String> labels) {

		Field {
			labels = Map.copyOf(labels);
		}

	}

	/// Who is to be told, each once, by an id that says nothing of the address.
	Map<String, String> recipientsById() {
		Map<String, String> byId = new LinkedHashMap<>();
		for (String address : this.recipients) {
			byId.putIfAbsent(StableId.of("recipient", address.strip().toLowerCase(Locale.ROOT)), address.strip());
		}
		return byId;
	}

	public String name(String language) {
		return inLanguage(this.names, language).orElse(this.page);
	}

	/// The labels of those fields that stand on the page, in the page's order. Hidden
	/// fields have none: the contact never saw them.
	List<String> labels(List<String> keys, String language) {
		return this.fields.stream()
			.filter((field) -> keys.contains(field.key()))
			.map((field) -> inLanguage(field.labels(), language).orElse(field.key()))
			.toList();
	}

	private static Optional<String> inLanguage(Map<String, String> texts, String language) {
		return Optional.ofNullable(texts.get(language))
			.or(() -> Optional.ofNullable(texts.get("en")))
			.or(() -> texts.values().stream().sorted().findFirst());
	}

}
