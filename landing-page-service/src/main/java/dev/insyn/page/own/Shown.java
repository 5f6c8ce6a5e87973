package dev.insyn.page.own;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.insyn.page.contacts.ContactView;
import dev.insyn.page.pages.LivePage;
import dev.insyn.page.pages.PageField;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What the contact saw when the form was drawn: of each editable field its version and value. It travels in the form, so
/// that what changed can be told without asking contact-service again, which may be away. A contact that forges it gains
/// nothing: contact-service checks the versions.
///
/// @param fields by key
record Shown(Map<String, Seen> fields) {

	static final Shown NOTHING = new Shown(Map.of());

	static Shown of(LivePage page, ContactView contact) {
		Map<String, Seen> fields = new LinkedHashMap<>();
		for (PageField field : page.content().editable()) {
			fields.put(field.key(), new Seen(contact.version(field.key()), contact.value(field.key())));
		}
		return new Shown(fields);
	}

	@Nullable Object value(String field) {
		Seen seen = this.fields.get(field);
		return (seen != null) ? seen.value() : null;
	}

	long version(String field) {
		Seen seen = this.fields.get(field);
		return (seen != null) ? seen.version() : 0;
	}

	/// As if the contact had seen this of a field.
	Shown with(String field, Seen seen) {
		Map<String, Seen> changed = new LinkedHashMap<>(this.fields);
		changed.put(field, seen);
		return new Shown(changed);
	}

	String encode(JsonMapper json) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.writeValueAsBytes(this.fields));
	}

	/// Reads what [#encode] wrote; anything else is nothing.
	static Shown decode(String text, JsonMapper json) {
		try {
			String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
			Map<String, Seen> fields = json.readValue(decoded,
					json.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, Seen.class));
			return (fields != null) ? new Shown(fields) : NOTHING;
		}
		catch (IllegalArgumentException | JacksonException forged) {
			return NOTHING;
		}
	}

	@Override
	public String toString() {
		return "Shown" + this.fields.keySet();
	}

	/// A field's version (0: no value) and canonical value.
	record Seen(long version, @Nullable Object value) {

		@Override
		public String toString() {
			return "Seen[" + this.version + "]";
		}

	}

}
