package dev.insyn.contact.catalogue;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import dev.insyn.fields.Choice;
import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldType;
import org.jspecify.annotations.Nullable;

/// A field as an administrator defines it. There is none that breaks a rule: the constructor refuses it, with every reason.
///
/// @param labels what people see it called, per language
/// @param purpose what it is for, per language; empty as long as nobody has said
/// @param legalBasis null as long as nobody has said
/// @param retention ISO 8601 period; null as long as nobody has said
/// @param source where the value comes from at first
/// @param retired no new page may take it
public record CatalogueField(String key, FieldType type, Map<String, String> labels, List<Choice> choices,
		ValueRules rules, Map<String, String> purpose, @Nullable LegalBasis legalBasis, @Nullable String retention,
		String source, Sensitivity sensitivity, boolean retired) {

	/// The languages that pages can speak.
	public static final List<String> LANGUAGES = List.of("sv", "en", "da", "nb", "fi", "de");

	public static final int LONGEST_LABEL = 100;

	public static final int LONGEST_PURPOSE = 500;

	public static final int MOST_CHOICES = 200;

	/// `new` and `records` are addresses of the console.
	static final Pattern KEY = Pattern.compile("(?!(new|records)$)[a-z][a-z0-9-]{0,59}");

	/// Nothing that separates values in lists, and nothing at the edges.
	private static final Pattern CHOICE = Pattern
		.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ._+/-]{0,58}[\\p{L}\\p{N}+])?");

	private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

	private static final Pattern PERIOD = Pattern.compile("P(?=\\d)(\\d{1,2}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?");

	public CatalogueField {
		labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
		choices = List.copyOf(choices);
		purpose = Collections.unmodifiableMap(new LinkedHashMap<>(purpose));
		Objections objections = new Objections();
		objections.addIf(!KEY.matcher(key).matches(), "key", "key");
		objections.addIf(labels.isEmpty(), "labels", Objections.REQUIRED);
		texts("labels", labels, LONGEST_LABEL, objections);
		texts("purpose", purpose, LONGEST_PURPOSE, objections);
		choices(type, choices, objections);
		rules.check(type, objections);
		objections.addIf(retention != null && !isPeriod(retention), "retention", "period");
		objections.addIf(!SOURCE.matcher(source).matches(), "source", "source");
		objections.raise();
	}

	/// Why no page with this field can be published (Art. 13 of the GDPR): what of
	/// `purpose`, `legal-basis` and `retention` nobody has said yet.
	public List<String> lacks() {
		List<String> lacking = new ArrayList<>();
		if (this.purpose.isEmpty()) {
			lacking.add("purpose");
		}
		if (this.legalBasis == null) {
			lacking.add("legal-basis");
		}
		if (this.retention == null) {
			lacking.add("retention");
		}
		return lacking;
	}

	FieldDefinition definition(LocalDate today, String country) {
		return new FieldDefinition(this.key, this.type, this.labels, this.choices, this.rules.on(today, country),
				this.purpose, (this.legalBasis != null) ? this.legalBasis.code() : "",
				Objects.requireNonNullElse(this.retention, ""), this.source, this.sensitivity.code(),
				this.retired ? Boolean.TRUE : null);
	}

	/// The names of the members in which another definition differs, as they stand in
	/// JSON.
	List<String> differencesTo(CatalogueField other) {
		List<String> different = new ArrayList<>();
		differ("type", this.type, other.type, different);
		differ("labels", this.labels, other.labels, different);
		differ("choices", this.choices, other.choices, different);
		differ("rules", this.rules, other.rules, different);
		differ("purpose", this.purpose, other.purpose, different);
		differ("legalBasis", this.legalBasis, other.legalBasis, different);
		differ("retention", this.retention, other.retention, different);
		differ("source", this.source, other.source, different);
		differ("sensitivity", this.sensitivity, other.sensitivity, different);
		differ("state", this.retired, other.retired, different);
		return different;
	}

	/// Letters in all texts, which is what a catalogue's size is measured in.
	int size() {
		int choices = this.choices.stream()
			.mapToInt((choice) -> choice.value().length() + length(choice.labels()))
			.sum();
		return length(this.labels) + length(this.purpose) + choices;
	}

	private static int length(Map<String, String> texts) {
		return texts.values().stream().mapToInt(String::length).sum();
	}

	private static void differ(String member, @Nullable Object mine, @Nullable Object other, List<String> different) {
		if (!Objects.equals(mine, other)) {
			different.add(member);
		}
	}

	private static void choices(FieldType type, List<Choice> choices, Objections objections) {
		boolean choosable = type == FieldType.CHOICE || type == FieldType.CHOICES;
		objections.addIf(!choosable && !choices.isEmpty(), "choices", "not-for-type");
		objections.addIf(choosable && choices.stream().noneMatch(Choice::offered), "choices", Objections.REQUIRED);
		objections.addIf(choices.size() > MOST_CHOICES, "choices", "too-many", MOST_CHOICES);
		Set<String> seen = new java.util.HashSet<>();
		for (int i = 0; i < Math.min(choices.size(), MOST_CHOICES); i++) {
			Choice choice = choices.get(i);
			String member = "choices[" + i + "]";
			objections.addIf(!CHOICE.matcher(choice.value()).matches(), member + ".value", "choice-value");
			objections.addIf(!seen.add(choice.value()), member + ".value", "twice");
			objections.addIf(choice.labels().isEmpty(), member + ".labels", Objections.REQUIRED);
			texts(member + ".labels", choice.labels(), LONGEST_LABEL, objections);
		}
	}

	private static void texts(String member, Map<String, String> texts, int longest, Objections objections) {
		texts.forEach((language, text) -> {
			if (LANGUAGES.contains(language)) {
				objections.line(member + "." + language, text, longest);
			}
			else {
				objections.add(member, "language");
			}
		});
	}

	private static boolean isPeriod(String text) {
		return PERIOD.matcher(text).matches() && !Period.parse(text).isZero();
	}

}
