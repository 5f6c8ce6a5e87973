package dev.insyn.page.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.page.catalogue.RecordType;

/// What the tenant stores about people, as it stands now: the fields and record types that a page can show.
///
/// @param fields by key, in the catalogue's order
/// @param recordTypes by key
public record Register(Map<String, FieldDefinition> fields, Map<String, RecordType> recordTypes) {

	public static Register of(List<FieldDefinition> fields, List<RecordType> recordTypes) {
		Map<String, FieldDefinition> byKey = new LinkedHashMap<>();
		fields.forEach((field) -> byKey.put(field.key(), field));
		Map<String, RecordType> types = new LinkedHashMap<>();
		recordTypes.forEach((type) -> types.put(type.key(), type));
		return new Register(byKey, types);
	}

	public Optional<FieldDefinition> field(String key) {
		return Optional.ofNullable(this.fields.get(key));
	}

	public Optional<RecordType> recordType(String key) {
		return Optional.ofNullable(this.recordTypes.get(key));
	}

	/// Whether there is what the GDPR's Art. 13 asks to tell.
	public static boolean isLawful(FieldDefinition field) {
		return isLawful(field.purpose(), field.legalBasis(), field.retention());
	}

	/// Whether there is what the GDPR's Art. 13 asks to tell.
	public static boolean isLawful(RecordType type) {
		return isLawful(type.purpose(), type.legalBasis(), type.retention());
	}

	private static boolean isLawful(Map<String, String> purpose, String legalBasis, String retention) {
		return purpose.values().stream().anyMatch((text) -> !text.isBlank()) && !legalBasis.isBlank()
				&& !retention.isBlank();
	}

}
