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
/// @param organisation that the contact belongs to; null for none
/// @param fields by field key, in the order in which they came
/// @param confirmedAt when the contact last found everything right
/// @param refused what the CRM's newest revision said that its field doesn't take
/// @param emailChanges how its e-mail address is being changed
/// @param standing what its rights forbid to do with its data
public record Contact(ContactId id, long version, CrmReference crm, @Nullable Organisation organisation,
		Map<String, FieldValue> fields, @Nullable Instant confirmedAt, List<RefusedValue> refused,
		EmailChanges emailChanges, Standing standing) {

	/// The field that holds the address on file, which only a code changes.
	public static final String EMAIL = "email";

	@SuppressWarnings("ConstantValue") // what was written before there were such parts
										// has
										// none
	public Contact {
		fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
		refused = List.copyOf(refused);
		emailChanges = (emailChanges != null) ? emailChanges : EmailChanges.NONE;
		standing = (standing != null) ? standing : Standing.FREE;
	}

	/// A contact that nothing is known of yet.
	public static Contact unknown(ContactId id, CrmReference crm, long version) {
		return new Contact(id, version, crm, null, Map.of(), null, List.of(), EmailChanges.NONE, Standing.FREE);
	}

	/// The contact's own act: applies what it changed and what its page adds. Another
	/// e-mail address is only asked for; removing it holds at once.
	/// @throws Standing.Restricted if its data may only be kept
	/// @throws FieldConflict if a field changed after the version the contact was shown
	public Changed update(OwnDataUpdate update) {
		this.standing.requireEditable();
		refuseConflicts(update);
		Edit edit = new Edit(this, update.provenance());
		update.changesWithoutCode().forEach(edit::set);
		EmailChanges.Step<EmailChanges.Asked> asked = ask(update);
		boolean confirmed = edit.isEmpty() && asked == null;
		update.hidden().forEach(edit::set);
		Contact updated = edit.apply().with((asked != null) ? asked.next() : afterRemoval(update));
		return new Changed(confirmed ? updated.confirmed(update.provenance().at()) : updated, edit.changes(), confirmed,
				(asked != null) ? asked.outcome() : null);
	}

	/// The contact wants another code for the address that it asked for.
	public Asking askAgain(EmailAsking asking) {
		this.standing.requireEditable();
		EmailChanges.Step<EmailChanges.Asked> step = this.emailChanges.askAgain(asking);
		return new Asking(with(step.next()), step.outcome());
	}

	/// The contact enters a code.
	/// @param right whether it is the one that was sent for the pending change
	public Entering enterCode(boolean right, Provenance provenance) {
		this.standing.requireEditable();
		EmailChange pending = this.emailChanges.pending();
		boolean superseded = pending != null && pending.fieldVersion() != shownVersion(EMAIL)
				&& !pending.address().equals(value(EMAIL));
		EmailChanges.Step<EmailChanges.Entered> step = this.emailChanges.enter(right, superseded, provenance.at());
		if (pending == null || step.outcome() != EmailChanges.Entered.RIGHT) {
			return new Entering(new Changed(with(step.next()), List.of(), false, null), step.outcome());
		}
		Edit edit = new Edit(this, provenance);
		edit.set(EMAIL, pending.address());
		EmailNotice notice = notice(new EmailAsking(pending.id(), pending.language(), provenance.at()));
		return new Entering(new Changed(edit.apply().with(step.next().noting(notice)), edit.changes(), false, null),
				step.outcome());
	}

	/// The contact doesn't want another address any more.
	public Contact withdrawEmailChange() {
		return with(this.emailChanges.withdrawn());
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
		return new Changed(
				new Contact(this.id, heard.version, word.crm(), word.organisationAfter(this.organisation), heard.fields,
						this.confirmedAt, word.refused(), this.emailChanges, this.standing),
				edit.changes(), false, null);
	}

	/// A field's value, null when it has none.
	public @Nullable Object value(String field) {
		FieldValue held = this.fields.get(field);
		return (held != null) ? held.value() : null;
	}

	/// What its organisation is shown as; null where it belongs to none.
	public @Nullable String organisationShown() {
		return (this.organisation != null) ? this.organisation.shown() : null;
	}

	/// The CRM's id of its organisation; null where it belongs to none.
	public @Nullable String organisationId() {
		return (this.organisation != null) ? this.organisation.id() : null;
	}

	/// What people call its organisation; null where nobody has told.
	public @Nullable String organisationName() {
		return (this.organisation != null) ? this.organisation.name() : null;
	}

	/// The fields that have a value.
	public Map<String, FieldValue> present() {
		return this.fields.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().value() != null)
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
	}

	/// What the fields hold, without those that have no value.
	public Map<String, Object> values() {
		Map<String, Object> values = new LinkedHashMap<>();
		this.fields.forEach((field, held) -> {
			if (held.value() != null) {
				values.put(field, held.value());
			}
		});
		return values;
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

	private EmailChanges.@Nullable Step<EmailChanges.Asked> ask(OwnDataUpdate update) {
		String wanted = update.wantedEmail();
		return (wanted == null || wanted.equals(value(EMAIL))) ? null
				: this.emailChanges.ask(wanted, shownVersion(EMAIL), update.asking());
	}

	private EmailChanges afterRemoval(OwnDataUpdate update) {
		return (update.removesEmail() && value(EMAIL) != null) ? this.emailChanges.noting(notice(update.asking()))
				: this.emailChanges;
	}

	private EmailNotice notice(EmailAsking asking) {
		return new EmailNotice(asking.id(), (value(EMAIL) instanceof String address) ? address : null, asking.now(),
				asking.language());
	}

	private Contact with(EmailChanges changes) {
		return new Contact(this.id, this.version, this.crm, this.organisation, this.fields, this.confirmedAt,
				this.refused, changes, this.standing);
	}

	/// The same contact, of which this is forbidden now.
	public Contact with(Standing next) {
		return new Contact(this.id, this.version, this.crm, this.organisation, this.fields, this.confirmedAt,
				this.refused, this.emailChanges, next);
	}

	private Contact confirmed(Instant at) {
		return new Contact(this.id, this.version, this.crm, this.organisation, this.fields, at, this.refused,
				this.emailChanges, this.standing);
	}

	/// What an act did.
	///
	/// @param changes the fields that have another value now
	/// @param confirmed the contact changed nothing itself (its page may have)
	/// @param asked what became of the wish for another e-mail address; null without one
	public record Changed(Contact contact, List<FieldChange> changes, boolean confirmed,
			EmailChanges.@Nullable Asked asked) {

		public List<String> fields() {
			return this.changes.stream().map(FieldChange::field).toList();
		}

	}

	/// What came of asking for a code again.
	public record Asking(Contact contact, EmailChanges.Asked outcome) {
	}

	/// What came of entering a code.
	public record Entering(Changed changed, EmailChanges.Entered outcome) {
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
					this.contact.confirmedAt, this.contact.refused, this.contact.emailChanges, this.contact.standing);
		}

	}

}
