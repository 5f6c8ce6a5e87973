package dev.insyn.contact;

import java.util.Map;

/// What a contact submitted, with every value already in its canonical form; a null value clears the field.
///
/// @param shown the field versions that the contact saw, none or 0 where it saw no value
/// @param changes what the contact changed
/// @param hidden what its page writes beside that, not seen and so never in conflict
public record OwnDataUpdate(Map<String, Long> shown, Map<String, Object> changes, Map<String, Object> hidden,
		Provenance provenance) {

	long shownVersion(String field) {
		return this.shown.getOrDefault(field, 0L);
	}

	@Override
	public String toString() {
		return "OwnDataUpdate" + this.changes.keySet();
	}

}
