package dev.insyn.notification.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// An invented contact, for looking at a template with nobody's data.
@Component
class Samples {

	private static final Map<String, String> KNOWN = Map.of("first-name", "Anna", "last-name", "Lindqvist", "email",
			"anna.lindqvist@example.com", "phone", "070-123 45 67");

	private final FieldCatalogue catalogue;

	Samples(FieldCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	/// @param language of the mail
	Map<String, String> values(TenantId tenant, String language) {
		Map<String, String> values = new HashMap<>(KNOWN);
		List<FieldCatalogue.Entry> entries = this.catalogue.of(tenant);
		if (entries != null) {
			entries.forEach((entry) -> values.putIfAbsent(entry.key(), "‹" + entry.label(language) + "›"));
		}
		return values;
	}

}
