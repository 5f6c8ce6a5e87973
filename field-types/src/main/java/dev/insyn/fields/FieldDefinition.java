package dev.insyn.fields;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// An entry of a tenant's field catalogue: what is stored, and why it may be (GDPR Art. 5 and 30).
///
/// @param key stable name, such as `first-name`
/// @param labels what people see it called, per language
/// @param choices for [FieldType#CHOICE] and [FieldType#CHOICES], else empty
/// @param purpose what the value is for, per language
/// @param legalBasis `contract`, `consent`, `legal-obligation`, `legitimate-interest`, `vital` or `public` (Art. 6);
/// empty where nobody said yet
/// @param retention ISO 8601 period after which the value is erased, such as `P3Y`; empty where nobody said yet
/// @param source where the value comes from at first: `crm`, `contact`, …
/// @param sensitivity `normal`, `sensitive` or `special` (Art. 9); null means normal
/// @param retired true when no new page may take the field; null means false, since in JSON it may be absent
public record FieldDefinition(String key, FieldType type, Map<String, String> labels, List<Choice> choices,
		FieldRules rules, Map<String, String> purpose, String legalBasis, String retention, String source,
		@Nullable String sensitivity, @Nullable Boolean retired) {

	public FieldDefinition(String key, FieldType type, Map<String, String> labels, List<Choice> choices,
			FieldRules rules, Map<String, String> purpose, String legalBasis, String retention, String source) {
		this(key, type, labels, choices, rules, purpose, legalBasis, retention, source, null, null);
	}

	/// The label in the locale's language, else in English, else any, else the key.
	public String label(Locale locale) {
		return Labels.of(this.labels, locale, this.key);
	}

}
