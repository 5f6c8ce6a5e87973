package dev.insyn.contact;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What a CRM says of a contact at one revision; a field that it doesn't mention stays, a null clears.
///
/// @param organisation the CRM's id of the one that the contact belongs to
/// @param organisationName what people call it; empty where the CRM says that it has none, null where it doesn't say
/// @param values in canonical form
/// @param refused what the CRM said that its field doesn't take
public record CrmWord(CrmReference crm, @Nullable String organisation, @Nullable String organisationName,
		Map<String, Object> values, List<RefusedValue> refused) {

	/// The organisation as the CRM says it now. A name that it doesn't mention stays with
	/// the organisation that it belongs to.
	@Nullable Organisation organisationAfter(@Nullable Organisation before) {
		if (this.organisation == null) {
			return null;
		}
		String known = (before != null && before.id().equals(this.organisation)) ? before.name() : null;
		String said = (this.organisationName != null) ? this.organisationName : known;
		return new Organisation(this.organisation, (said == null || said.isEmpty()) ? null : said);
	}

	@Override
	public String toString() {
		return "CrmWord[" + this.crm + ", " + this.values.keySet() + "]";
	}

}
