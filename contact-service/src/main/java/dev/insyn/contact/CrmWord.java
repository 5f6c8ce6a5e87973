package dev.insyn.contact;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What a CRM says of a contact at one revision; a field that it doesn't mention stays, a null clears.
///
/// @param values in canonical form
/// @param refused what the CRM said that its field doesn't take
public record CrmWord(CrmReference crm, @Nullable String organisation, Map<String, Object> values,
		List<RefusedValue> refused) {

	@Override
	public String toString() {
		return "CrmWord[" + this.crm + ", " + this.values.keySet() + "]";
	}

}
