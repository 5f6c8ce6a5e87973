package dev.insyn.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// What a tenant holds about one person, in clear only while somebody works with it.
///
/// @param version grows by one with each change of data
/// @param crm the CRM's record and the newest revision of it that was heard
/// @param organisation the id of the organisation that the contact belongs to
/// @param fields by field key, in the order in which they came
/// @param confirmedAt when the contact last found everything right
/// @param refused what the CRM's newest revision said that its field doesn't take
public record Contact(ContactId id, long version, CrmReference crm, @Nullable String organisation,
		Map<String, FieldValue> fields, @Nullable Instant confirmedAt, List<RefusedValue> refused) {

	public Contact {
		fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
		refused = List.copyOf(refused);
	}

	/// A contact that nothing is known of yet.
	public static Contact unknown(ContactId id, CrmReference crm, long version) {
		return new Contact(id, version, crm, null, Map.of(), null, List.of());
	}

	/// The contact's own act: applies what it changed and what its page adds.
	/// @throws FieldConflict if a field changed after the version the contact was shown
	public Changed update(OwnDataUpdate update) {
		refuseConflicts(update);
		Edit edit = new Edit(this, update.provenance());
		update.changes().forEach(edit::set);
		boolean confirmed = edit.isEmpty();
		update.hidden().forEach(edit::set);
		Contact updated = edit.apply();
		return new Changed(confirmed ? updated.confirmed(update.provenance().at()) : updated, edit.changes(),
				confirmed);
	}

	/// The CRM's word, merged three ways. What the CRM says anew about a field holds,
	/// unless the contact changed that
	/// field later than the CRM did; what the CRM merely repeats from its last word
	/// leaves the contact's own edit alone,
	/// since a CRM sends whole records and may not have heard of the edit yet.
	public Changed hear(CrmWord word) {
		Provenance provenance = Provenance.crm(word.crm().source(), word.crm().changedAt());
		Edit edit = new Edit(this, provenance);
		word.values().forEach(edit::hear);
		Contact heard = edit.apply();
		return new Changed(new Contact(this.id, heard.version, word.crm(), word.organisation(), heard.fields,
				this.confirmedAt, word.refused()), edit.changes(), false);
	}

	/// A field's value, null when it has none.
	public @Nullable Object value(String field) {
		FieldValue held = this.fields.get(field);
		return (held != null) ? held.value() : null;
	}

	/// The fields that have a value.
	public Map<String, FieldValue> present() {
		return this.fields.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().value() != null)
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
	}

	/// What people call the contact: its name, else its e-mail address, else nothing.
	public String displayName() {
		String name = Stream.of("first-name", "last-name")
			.map(this::value)
			.filter(String.class::isInstance)
			.map(String.class::cast)
			.collect(Collectors.joining(" "));
		return (name.isEmpty() && value("email") instanceof String email) ? email : name;
	}

	/// Without the data, so that no log or exception can name it.
	@Override
	public String toString() {
		return "Contact[" + this.id + ", version=" + this.version + "]";
	}

	private void refuseConflicts(OwnDataUpdate update) {
		List<FieldConflict.Side> conflicts = update.changes()
			.keySet()
			.stream()
			.filter((field) -> update.shownVersion(field) != shownVersion(field))
			.map((field) -> new FieldConflict.Side(field, update.shownVersion(field), shownVersion(field), value(field),
					update.changes().get(field)))
			.filter(FieldConflict.Side::differs)
			.toList();
		if (!conflicts.isEmpty()) {
			throw new FieldConflict(conflicts);
		}
	}

	private long shownVersion(String field) {
		FieldValue held = this.fields.get(field);
		return (held != null) ? held.shownVersion() : 0;
	}

	private Contact confirmed(Instant at) {
		return new Contact(this.id, this.version, this.crm, this.organisation, this.fields, at, this.refused);
	}

	/// What an act did.
	///
	/// @param changes the fields that have another value now
	/// @param confirmed the contact changed nothing itself (its page may have)
	public record Changed(Contact contact, List<FieldChange> changes, boolean confirmed) {

		public List<String> fields() {
			return this.changes.stream().map(FieldChange::field).toList();
		}

	}

	/// One act's changes, which all get the same new version.
	private static final class Edit {

		private final Contact contact;

		private final Provenance provenance;

		private final Map<String, FieldValue> fields;

		private final List<FieldChange> changes = new ArrayList<>();

		private Edit(Contact contact, Provenance provenance) {
			this.contact = contact;
			this.provenance = provenance;
			this.fields = new LinkedHashMap<>(contact.fields);
		}

		private void set(String field, @Nullable Object value) {
			FieldValue held = held(field);
			if (!held.has(value)) {
				this.changes.add(new FieldChange(field, held.value(), value));
				this.fields.put(field, held.set(value, this.contact.version + 1, this.provenance));
			}
		}

		private void hear(String field, @Nullable Object said) {
			FieldValue held = held(field);
			if (held.crmSaid(said)) {
				return;
			}
			if (!held.wasSetAfter(this.provenance)) {
				set(field, said);
			}
			this.fields.put(field, held(field).heardFromCrm(said));
		}

		private FieldValue held(String field) {
			FieldValue held = this.fields.get(field);
			return (held != null) ? held : new FieldValue(null, 0, this.provenance, null);
		}

		private boolean isEmpty() {
			return this.changes.isEmpty();
		}

		private List<FieldChange> changes() {
			return List.copyOf(this.changes);
		}

		private Contact apply() {
			long version = this.contact.version + (this.changes.isEmpty() ? 0 : 1);
			return new Contact(this.contact.id, version, this.contact.crm, this.contact.organisation, this.fields,
					this.contact.confirmedAt, this.contact.refused);
		}

	}

}
