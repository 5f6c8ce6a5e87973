package dev.insyn.contact.records;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.insyn.fields.Choice;
import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldRules;
import dev.insyn.fields.FieldType;

/// A kind of record that the tenant stores, and why it may (GDPR Art. 5, 13 and 30).
///
/// @param key stable name, such as `orders`
/// @param labels what people see a set of them called, per language
/// @param purpose what they are for, per language
/// @param legalBasis as of a field of the catalogue
/// @param retention ISO 8601 period, counted from a record's time, after which it is removed
/// @param source where they come from
public record RecordType(String key, Map<String, String> labels, List<Column> columns, Map<String, String> purpose,
		String legalBasis, String retention, String source) {

	public RecordType {
		labels = Map.copyOf(labels);
		columns = List.copyOf(columns);
		purpose = Map.copyOf(purpose);
	}

	public Optional<Column> column(String wanted) {
		return this.columns.stream().filter((column) -> column.key().equals(wanted)).findFirst();
	}

	/// Records from before this moment are not kept any longer.
	Instant keptSince(Instant now) {
		try {
			return now.atZone(ZoneOffset.UTC).minus(Period.parse(this.retention)).toInstant();
		}
		catch (DateTimeParseException unknown) {
			return Instant.EPOCH;
		}
	}

	/// One thing that is told of each record.
	///
	/// @param choices for [FieldType#CHOICE], else empty
	public record Column(String key, FieldType type, Map<String, String> labels, List<Choice> choices) {

		public Column {
			labels = Map.copyOf(labels);
			choices = List.copyOf(choices);
		}

		/// How its values are read and checked.
		FieldDefinition definition() {
			return new FieldDefinition(this.key, this.type, this.labels, this.choices, FieldRules.NONE, Map.of(), "",
					"", "");
		}

	}

}
