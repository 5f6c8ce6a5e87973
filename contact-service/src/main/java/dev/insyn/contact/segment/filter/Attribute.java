package dev.insyn.contact.segment.filter;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.insyn.contact.Contact;
import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldRules;
import dev.insyn.fields.FieldType;
import org.jspecify.annotations.Nullable;

/// What can be asked about: a field of the catalogue, or something else that is known of each contact.
///
/// @param definition how its values are read and shown
/// @param indexed whether each word of a value is in the blind index
/// @param value of a contact; null where it has none
public record Attribute(FieldDefinition definition, boolean indexed, Function<Contact, @Nullable Object> value) {

	/// Keys that no field of a catalogue can have begin with it.
	public static final String OWN = "@";

	public static final String ORGANISATION = OWN + "organisation";

	public static final String CONFIRMED = OWN + "confirmed";

	public static final String OBJECTED = OWN + "objected";

	public static final String RESTRICTED = OWN + "restricted";

	public String key() {
		return this.definition.key();
	}

	public FieldType type() {
		return this.definition.type();
	}

	/// Something of Insyn's own, not of the catalogue.
	public boolean isOwn() {
		return key().startsWith(OWN);
	}

	public List<Operator> operators() {
		List<Operator> fitting = Operator.of(type());
		return (isOwn() && type() == FieldType.YES_NO) ? List.of(Operator.IS) : fitting;
	}

	static Attribute own(String key, FieldType type, boolean indexed, Function<Contact, @Nullable Object> value) {
		return new Attribute(new FieldDefinition(key, type, Map.of(), List.of(), FieldRules.NONE, Map.of(), "", "", ""),
				indexed, value);
	}

	/// Of the catalogue. Its rules are for values that are to be kept; one may ask for
	/// any.
	static Attribute of(FieldDefinition field) {
		FieldRules rules = (field.rules().defaultRegion() != null) ? FieldRules.region(field.rules().defaultRegion())
				: FieldRules.NONE;
		boolean indexed = field.type() == FieldType.TEXT || field.type() == FieldType.EMAIL;
		return new Attribute(
				new FieldDefinition(field.key(), field.type(), field.labels(), field.choices(), rules, field.purpose(),
						field.legalBasis(), field.retention(), field.source(), field.sensitivity(), field.retired()),
				indexed, (contact) -> contact.value(field.key()));
	}

}
