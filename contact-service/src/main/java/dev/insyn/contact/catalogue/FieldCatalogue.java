package dev.insyn.contact.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldReader;
import dev.insyn.fields.FieldType;
import dev.insyn.fields.Reading;

import org.jspecify.annotations.Nullable;

/// What a tenant stores about people, in the order in which people are shown it.
public final class FieldCatalogue {

	/// The code for a field that the catalogue doesn't have; beside those of field-types.
	public static final String UNKNOWN_FIELD = "unknown-field";

	private final Map<String, FieldDefinition> fields = new LinkedHashMap<>();

	public FieldCatalogue(Collection<FieldDefinition> fields) {
		fields.forEach((field) -> this.fields.put(field.key(), field));
	}

	public List<FieldDefinition> fields() {
		return List.copyOf(this.fields.values());
	}

	/// Whether a field is of one of the types; an unknown one is of none.
	public boolean isOfType(String field, Collection<FieldType> types) {
		FieldDefinition definition = this.fields.get(field);
		return definition != null && types.contains(definition.type());
	}

	/// Reads raw values by the fields' rules. Whatever has a problem is left out of the
	/// values.
	/// @param locale whose way of writing is understood beside the canonical one
	public Read read(Map<String, Object> raw, Locale locale) {
		Map<String, Object> values = new LinkedHashMap<>();
		Map<String, Reading.Problem> problems = new LinkedHashMap<>();
		raw.forEach((field, value) -> {
			switch (read(field, value, locale)) {
				case Reading.Value read -> put(values, field, read.canonical());
				case Reading.Problem problem -> problems.put(field, problem);
			}
		});
		return new Read(values, problems);
	}

	private Reading read(String field, @Nullable Object value, Locale locale) {
		FieldDefinition definition = this.fields.get(field);
		return (definition != null) ? FieldReader.read(definition, value, locale)
				: new Reading.Problem(UNKNOWN_FIELD, Map.of());
	}

	@SuppressWarnings("NullAway") // a null value says that the field is cleared
	private static void put(Map<String, Object> values, String field, @Nullable Object value) {
		values.put(field, value);
	}

	/// What was read.
	///
	/// @param values in canonical form, null where the field is cleared
	/// @param problems by field
	public record Read(Map<String, Object> values, Map<String, Reading.Problem> problems) {

		@Override
		public String toString() {
			return "Read[" + this.values.keySet() + ", " + this.problems.keySet() + "]";
		}

	}

}
