package dev.insyn.page.pages;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.platform.errors.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/// A page that must not be published: a field on it is unknown, or lacks purpose, legal basis or retention (GDPR Art. 13).
public final class NotPublishable extends Problem {

	private static final long serialVersionUID = 1L;

	private NotPublishable(List<String> fields) {
		super(HttpStatus.CONFLICT, "urn:insyn:problem:not-publishable",
				"Fields without purpose, legal basis or retention: " + fields);
		with("fields", fields);
	}

	static void check(Collection<String> keys, Map<String, FieldDefinition> known) {
		List<String> lacking = keys.stream().filter((key) -> !lawful(known.get(key))).toList();
		if (!lacking.isEmpty()) {
			throw new NotPublishable(lacking);
		}
	}

	private static boolean lawful(@Nullable FieldDefinition field) {
		return field != null && !field.purpose().isEmpty() && !field.legalBasis().isBlank()
				&& !field.retention().isBlank();
	}

}
