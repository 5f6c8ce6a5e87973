package dev.insyn.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A field's value before and after a change; null where there was or is none.
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FieldChange(String field, @Nullable Object before, @Nullable Object after) {

	@Override
	public String toString() {
		return "FieldChange[" + this.field + "]";
	}

}
