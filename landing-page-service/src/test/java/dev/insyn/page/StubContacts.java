package dev.insyn.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the contacts of [StubContactService] hold, a version with each value, and the addresses that wait for their code.
final class StubContacts {

	/// How often a code may be tried.
	static final int TRIES = 5;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Map<String, Map<String, Held>> contacts = new ConcurrentHashMap<>();

	private final Map<String, EmailWish> wishes = new ConcurrentHashMap<>();

	/// Null where there is no such contact.
	@Nullable Map<String, Held> fields(String contact) {
		return this.contacts.get(contact);
	}

	/// Gives a contact a value, as if its CRM had told it.
	void put(String contact, String field, Object value) {
		Map<String, Held> fields = this.contacts.computeIfAbsent(contact, (id) -> new LinkedHashMap<>());
		Held before = fields.get(field);
		fields.put(field, new Held(value, (before != null) ? before.version() + 1 : 1));
	}

	@Nullable Object value(String contact, String field) {
		Held held = this.contacts.getOrDefault(contact, Map.of()).get(field);
		return (held != null) ? held.value() : null;
	}

	@Nullable EmailWish wish(String contact) {
		return this.wishes.get(contact);
	}

	EmailWish wish(String contact, String address, int triesLeft) {
		EmailWish wish = new EmailWish(address, triesLeft);
		this.wishes.put(contact, wish);
		return wish;
	}

	void forgetWish(String contact) {
		this.wishes.remove(contact);
	}

	void forgetWishes() {
		this.wishes.clear();
	}

	/// Fields that are not as the update saw them.
	List<Map<String, @Nullable Object>> conflicts(String contact, JsonNode update) {
		List<Map<String, @Nullable Object>> conflicts = new ArrayList<>();
		update.path("changes").propertyNames().forEach((field) -> {
			Held held = this.contacts.getOrDefault(contact, Map.of()).get(field);
			long version = (held != null) ? held.version() : 0;
			long shown = update.path("shown").path(field).asLong(0);
			if (version != shown) {
				Map<String, @Nullable Object> conflict = new LinkedHashMap<>();
				conflict.put("field", field);
				conflict.put("shownVersion", shown);
				conflict.put("version", version);
				conflict.put("current", (held != null) ? held.value() : null);
				conflicts.add(conflict);
			}
		});
		return conflicts;
	}

	/// Takes the update in, and answers as contact-service does.
	Map<String, Object> apply(String contact, JsonNode update) {
		List<Map<String, @Nullable Object>> changed = new ArrayList<>();
		update.path("changes").propertyNames().forEach((field) -> {
			Object after = JSON.convertValue(update.path("changes").get(field), Object.class);
			if (field.equals("email") && after != null) {
				wish(contact, after.toString(), TRIES);
				return;
			}
			Map<String, @Nullable Object> change = new LinkedHashMap<>();
			change.put("field", field);
			change.put("before", value(contact, field));
			change.put("after", after);
			changed.add(change);
			if (after != null) {
				put(contact, field, after);
			}
			else {
				this.contacts.getOrDefault(contact, new LinkedHashMap<>()).remove(field);
			}
		});
		if (update.path("changes").path("email").isString()) {
			return Map.of("outcome", "updated", "version", 8, "changed", changed, "emailChange", "code-sent");
		}
		return Map.of("outcome", changed.isEmpty() ? "confirmed" : "updated", "version", 8, "changed", changed);
	}

	/// An address that waits for its code.
	record EmailWish(String address, int triesLeft) {
	}

	/// A field's value.
	record Held(Object value, long version) {

	}

}
