package dev.insyn.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// People whom the tests tell about.
public final class ContactFixtures {

	/// When the CRM registered everybody.
	public static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");

	public static final Instant TUESDAY = MONDAY.plusSeconds(86_400);

	public static final Instant WEDNESDAY = TUESDAY.plusSeconds(86_400);

	public static final ContactId ANNA = new ContactId("annaannaannaannaannaannaan");

	private ContactFixtures() {
	}

	/// Anna Lindqvist as the CRM registered her on Monday, at version 1.
	public static Contact anna() {
		CrmWord word = crmSays(1, MONDAY, "first-name", "Anna", "last-name", "Lindqvist", "email",
				"anna.lindqvist@kund.example", "phone", "+46701234567");
		return Contact.unknown(ANNA, word.crm(), 0).hear(word).contact();
	}

	/// @param fieldsAndValues alternating
	public static CrmWord crmSays(long revision, Instant changedAt, @Nullable String... fieldsAndValues) {
		return new CrmWord(new CrmReference("webcrm", "NC-1001", revision, changedAt), "ORG-7", null,
				map(fieldsAndValues), List.of());
	}

	/// Anna edits fields after having seen everything that the contact holds now.
	public static OwnDataUpdate edit(Contact seen, Instant at, @Nullable String... fieldsAndValues) {
		return edit(seen, at, Map.of(), fieldsAndValues);
	}

	public static OwnDataUpdate edit(Contact seen, Instant at, Map<String, Object> hidden,
			@Nullable String... fieldsAndValues) {
		return new OwnDataUpdate(shown(seen), map(fieldsAndValues), hidden,
				new Provenance("page:P05", "contact:" + ANNA, at), new EmailAsking("change-1", "sv", at));
	}

	/// The field versions that a page showed.
	public static Map<String, Long> shown(Contact seen) {
		Map<String, Long> shown = new LinkedHashMap<>();
		seen.fields().forEach((field, value) -> shown.put(field, value.shownVersion()));
		return shown;
	}

	public static List<String> fields(Contact.Changed changed) {
		return new ArrayList<>(changed.fields());
	}

	@SuppressWarnings("NullAway") // null clears
	private static Map<String, Object> map(@Nullable String... fieldsAndValues) {
		Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < fieldsAndValues.length; i += 2) {
			map.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
		}
		return map;
	}

}
