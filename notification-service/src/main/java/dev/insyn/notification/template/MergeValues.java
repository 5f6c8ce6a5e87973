package dev.insyn.notification.template;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What stands in a mail's gaps.
///
/// @param contact the contact's values by the field's key, as people read them
/// @param organisation null where the contact belongs to none
/// @param user the sender's `name` and `email`
/// @param links by the page's number
public record MergeValues(Map<String, String> contact, @Nullable String organisation, Map<String, String> user,
		Map<String, String> links) {

	public MergeValues {
		contact = Map.copyOf(contact);
		user = Map.copyOf(user);
		links = Map.copyOf(links);
	}

	/// Values stay out of logs.
	@Override
	public String toString() {
		return "MergeValues[]";
	}

}
