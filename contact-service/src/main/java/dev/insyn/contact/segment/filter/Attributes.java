package dev.insyn.contact.segment.filter;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.insyn.contact.catalogue.FieldCatalogue;
import dev.insyn.fields.FieldType;

/// Everything that one tenant's filters can ask about today.
public final class Attributes {

	private final Map<String, Attribute> byKey = new LinkedHashMap<>();

	private final LocalDate today;

	/// @param zone in which a moment is a day
	public Attributes(FieldCatalogue catalogue, ZoneId zone, LocalDate today) {
		this.today = today;
		catalogue.fields().forEach((field) -> add(Attribute.of(field)));
		add(Attribute.own(Attribute.ORGANISATION, FieldType.TEXT, true,
				(contact) -> (contact.organisation() != null) ? contact.organisation().known() : null));
		add(Attribute.own(Attribute.CONFIRMED, FieldType.DATE, false, (contact) -> (contact.confirmedAt() != null)
				? contact.confirmedAt().atZone(zone).toLocalDate().toString() : null));
		add(Attribute.own(Attribute.OBJECTED, FieldType.YES_NO, false,
				(contact) -> String.valueOf(contact.standing().objected())));
		add(Attribute.own(Attribute.RESTRICTED, FieldType.YES_NO, false,
				(contact) -> String.valueOf(contact.standing().restricted())));
	}

	public List<Attribute> all() {
		return List.copyOf(this.byKey.values());
	}

	public Optional<Attribute> find(String key) {
		return Optional.ofNullable(this.byKey.get(key));
	}

	LocalDate today() {
		return this.today;
	}

	private void add(Attribute attribute) {
		this.byKey.put(attribute.key(), attribute);
	}

}
