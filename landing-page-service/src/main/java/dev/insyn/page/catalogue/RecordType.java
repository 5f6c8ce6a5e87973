package dev.insyn.page.catalogue;

import java.util.List;
import java.util.Map;

import dev.insyn.fields.FieldDefinition;

/// A kind of record that a tenant stores, such as orders.
///
/// @param labels what people see a set of them called, per language
/// @param columns what is told of each record, as fields without a purpose of their own
public record RecordType(String key, Map<String, String> labels, List<FieldDefinition> columns,
		Map<String, String> purpose, String legalBasis, String retention, String source) {

	/// What a report can be ordered by beside its columns: when the thing happened.
	public static final String TIME = "at";

	public RecordType {
		columns = List.copyOf(columns);
	}

	/// Whether the type has such a column.
	public boolean has(String column) {
		return this.columns.stream().anyMatch((known) -> known.key().equals(column));
	}

}
