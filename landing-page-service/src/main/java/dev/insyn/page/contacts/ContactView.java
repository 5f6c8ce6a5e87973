package dev.insyn.page.contacts;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What contact-service shows of a contact. Prints no values.
public record ContactView(String id, long version, String displayName, @Nullable String organisation,
		Map<String, Held> fields) {

	/// The value of a field, in canonical form; null if there is none.
	public @Nullable Object value(String field) {
		Held held = this.fields.get(field);
		return (held != null) ? held.value() : null;
	}

	/// The version of a field's value; 0 if there is none.
	public long version(String field) {
		Held held = this.fields.get(field);
		return (held != null) ? held.version() : 0;
	}

	@Override
	public String toString() {
		return "ContactView[" + this.id + "]";
	}

	/// A value: a string, a list of strings or an address as a map.
	public record Held(@Nullable Object value, long version) {

		@Override
		public String toString() {
			return "Held[version=" + this.version + "]";
		}

	}

}
