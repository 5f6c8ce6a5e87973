package dev.insyn.contact.catalogue;

import java.util.List;
import java.util.Map;

import dev.insyn.fields.Choice;
import dev.insyn.fields.FieldType;
import org.jspecify.annotations.Nullable;

/// A field in JSON as it is edited; sent back, it changes nothing.
///
/// @param state [FieldDraft#ACTIVE] or [FieldDraft#RETIRED]
/// @param lacks what keeps pages with it from being published; read only
/// @param hasValues whether a contact has, or has had, a value in it; read only
record FieldResource(String key, FieldType type, Map<String, String> labels, List<Choice> choices, ValueRules rules,
		Map<String, String> purpose, @Nullable String legalBasis, @Nullable String retention, String source,
		String sensitivity, String state, List<String> lacks, boolean hasValues) {

	static FieldResource of(CatalogueField field, boolean hasValues) {
		return new FieldResource(field.key(), field.type(), field.labels(), field.choices(), field.rules(),
				field.purpose(), (field.legalBasis() != null) ? field.legalBasis().code() : null, field.retention(),
				field.source(), field.sensitivity().code(), field.retired() ? FieldDraft.RETIRED : FieldDraft.ACTIVE,
				field.lacks(), hasValues);
	}

}
