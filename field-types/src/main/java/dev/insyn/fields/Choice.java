package dev.insyn.fields;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// One of the values that a field of type [FieldType#CHOICE] or [FieldType#CHOICES] offers.
///
/// @param labels what people see it called, per language
/// @param retired true when it is offered to nobody any more, though who has it keeps it; null means false, since in
/// JSON it may be absent
public record Choice(String value, Map<String, String> labels, @Nullable Boolean retired) {

	public Choice(String value, Map<String, String> labels) {
		this(value, labels, null);
	}

	/// Whether people may still choose it.
	public boolean offered() {
		return !Boolean.TRUE.equals(this.retired);
	}

}
