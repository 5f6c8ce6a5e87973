package dev.insyn.contact.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

	private final Set<String> used;

	public FieldCatalogue(Collection<FieldDefinition> fields) {
		this(fields, Set.of());
	}

	/// @param used what contacts are known to have had values in
	FieldCatalogue(Collection<FieldDefinition> fields, Set<String> used) {
		fields.forEach((field) -> this.fields.put(field.key(), field));
		this.used = Set.copyOf(used);
	}

	static FieldCatalogue of(Catalogue catalogue, LocalDate today, String country) {
		return new FieldCatalogue(
				catalogue.entries().stream().map((entry) -> entry.field().definition(today, country)).toList(),
				catalogue.used());
	}

	public List<FieldDefinition> fields() {
		return List.copyOf(this.fields.values());
	}

	public Optional<FieldDefinition> find(String field) {
		return Optional.ofNullable(this.fields.get(field));
	}

	/// What values are the first of: fields, and choices as `field=choice`.
	Set<String> firsts(Map<String, ?> values) {
		Set<String> firsts = new HashSet<>();
		values.forEach((field, value) -> {
			FieldDefinition definition = this.fields.get(field);
			if (definition != null && value != null) {
				firsts.add(field);
				if (!definition.choices().isEmpty()) {
					chosen(value).forEach((choice) -> firsts.add(Catalogue.use(field, choice)));
				}
			}
		});
		firsts.removeAll(this.used);
		return firsts;
	}

	private static Stream<String> chosen(Object value) {
		return (value instanceof Collection<?> several) ? several.stream().map(String::valueOf)
				: Stream.of(value.toString());
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
