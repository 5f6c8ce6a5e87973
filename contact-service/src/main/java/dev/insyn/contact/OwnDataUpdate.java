package dev.insyn.contact;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What a contact submitted, with every value already in its canonical form; a null value clears the field.
///
/// @param shown the field versions that the contact saw, none or 0 where it saw no value
/// @param changes what the contact changed
/// @param hidden what its page writes beside that, not seen and so never in conflict
/// @param asking for the case that it wants another e-mail address
public record OwnDataUpdate(Map<String, Long> shown, Map<String, Object> changes, Map<String, Object> hidden,
		Provenance provenance, EmailAsking asking) {

	long shownVersion(String field) {
		return this.shown.getOrDefault(field, 0L);
	}

	/// The contact has seen these versions as well.
	public OwnDataUpdate having(Map<String, Long> seen) {
		Map<String, Long> all = new LinkedHashMap<>(this.shown);
		all.putAll(seen);
		return new OwnDataUpdate(all, this.changes, this.hidden, this.provenance, this.asking);
	}

	/// The address that the contact wants, which has to be proven first; null if it wants
	/// no other.
	@Nullable String wantedEmail() {
		return (this.changes.get(Contact.EMAIL) instanceof String address) ? address : null;
	}

	boolean removesEmail() {
		return this.changes.containsKey(Contact.EMAIL) && wantedEmail() == null;
	}

	/// Whatever holds at once.
	Map<String, Object> changesWithoutCode() {
		Map<String, Object> changes = new LinkedHashMap<>(this.changes);
		if (wantedEmail() != null) {
			changes.remove(Contact.EMAIL);
		}
		return changes;
	}

	@Override
	public String toString() {
		return "OwnDataUpdate" + this.changes.keySet();
	}

}
