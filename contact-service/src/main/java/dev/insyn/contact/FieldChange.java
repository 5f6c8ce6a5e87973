package dev.insyn.contact;

import org.jspecify.annotations.Nullable;

/// A field's value before and after a change; null where there was or is none.
public record FieldChange(String field, @Nullable Object before, @Nullable Object after) {

	@Override
	public String toString() {
		return "FieldChange[" + this.field + "]";
	}

}
