package dev.insyn.page.pages;

import java.util.List;
import java.util.Map;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.page.catalogue.RecordType;

/// A record type as it rests with a published page.
public record StoredRecordType(String key, Map<String, String> labels, List<StoredDefinition> columns,
		Map<String, String> purpose, String legalBasis, String retention, String source) {

	static StoredRecordType of(RecordType type) {
		return new StoredRecordType(type.key(), type.labels(),
				type.columns().stream().map(StoredDefinition::of).toList(), type.purpose(), type.legalBasis(),
				type.retention(), type.source());
	}

	RecordType type() {
		List<FieldDefinition> definitions = this.columns.stream().map(StoredDefinition::definition).toList();
		return new RecordType(this.key, this.labels, definitions, this.purpose, this.legalBasis, this.retention,
				this.source);
	}

}
