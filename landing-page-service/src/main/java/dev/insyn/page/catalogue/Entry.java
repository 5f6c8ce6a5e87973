package dev.insyn.page.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.insyn.fields.Choice;
import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldRules;
import dev.insyn.fields.FieldType;
import org.jspecify.annotations.Nullable;

/// A field, or a column of a record type, as it stands in contact-service's answer, where what is empty may be absent.
record Entry(String key, FieldType type, @Nullable Map<String, String> labels, @Nullable List<Choice> choices,
		@Nullable FieldRules rules, @Nullable Map<String, String> purpose, @Nullable String legalBasis,
		@Nullable String retention, @Nullable String source, @Nullable String sensitivity) {

	FieldDefinition definition() {
		return new FieldDefinition(this.key, this.type, orEmpty(this.labels),
				(this.choices != null) ? this.choices : List.of(), (this.rules != null) ? this.rules : FieldRules.NONE,
				orEmpty(this.purpose), Objects.requireNonNullElse(this.legalBasis, ""),
				Objects.requireNonNullElse(this.retention, ""), Objects.requireNonNullElse(this.source, ""),
				this.sensitivity, null);
	}

	static Map<String, String> orEmpty(@Nullable Map<String, String> texts) {
		return (texts != null) ? texts : Map.of();
	}

}
